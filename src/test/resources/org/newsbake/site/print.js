// What is wrong with the printed page, if anything is.
const faults = [];
const shown = element => element.getClientRects().length > 0;
const light = color => {
  const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g).map(Number);
  return alpha === 0 ? 1 : (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
};
const headline = document.querySelector('h1');
if (!shown(headline)) {
  faults.push('the headline is not there');
}
for (const navigation of document.querySelectorAll('nav')) {
  if (shown(navigation)) {
    faults.push('navigation is there: ' + navigation.outerHTML.replace(/>[^]*/, '>'));
  }
}
for (const element of [document.documentElement, document.body, headline, ...document.querySelectorAll('main p')]) {
  const style = getComputedStyle(element);
  if (light(style.backgroundColor) < 0.9) {
    faults.push(`${element.localName} stands on ${style.backgroundColor}`);
  }
  if (shown(element) && light(style.color) > 0.5) {
    faults.push(`${element.localName} is written in ${style.color}`);
  }
}
return faults;
