// What makes the page wider than the device, if anything does. The width is told: a phone zooms out where a page is too
// wide, and then calls that its inner width.
const width = arguments[0];
const found = document.scrollingElement.scrollWidth;
if (found <= width) {
  return [];
}
const wide = [...document.body.querySelectorAll('*')].filter(element => {
  const box = element.getBoundingClientRect();
  return box.width > 0 && (box.right > width + 0.5 || box.left < -0.5);
});
return [`${found} pixels wide, because of `
    + wide.slice(0, 3).map(element => element.outerHTML.replace(/>[^]*/, '>')).join(' ')];
