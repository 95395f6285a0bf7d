// Scrolls to the bottom and back as a reader does, so that late pictures load. Answers with what moved meanwhile (all
// since the page began to load) and with what is wrong with the pictures.
const done = arguments[arguments.length - 1];
const frame = () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
const name = node => !node ? 'something that is gone' : node.nodeType !== 1 ? name(node.parentNode)
    : node.localName + (node.id ? '#' + node.id : '') + [...node.classList].map(c => '.' + c).join('');

const shifts = [];
const observer = new PerformanceObserver(list => keep(list.getEntries()));
const keep = entries => entries.forEach(entry => shifts.push(
    'by ' + entry.value.toFixed(4) + ': ' + entry.sources.map(source => name(source.node)).join(', ')));
observer.observe({type: 'layout-shift', buffered: true});

const rendered = image => image.getClientRects().length > 0;
const settled = image => image.complete || !rendered(image) ? Promise.resolve() : new Promise(resolve => {
  image.addEventListener('load', resolve);
  image.addEventListener('error', resolve);
  setTimeout(resolve, 10000);
});

(async () => {
  await document.fonts.ready;
  const height = document.scrollingElement.scrollHeight;
  for (let y = 0; y < height; y += innerHeight) {
    scrollTo({top: y, behavior: 'instant'});
    await frame();
  }
  await Promise.all([...document.images].map(settled));
  await frame();
  scrollTo({top: 0, behavior: 'instant'});
  await frame();
  keep(observer.takeRecords());
  const pictures = [];
  for (const image of document.images) {
    const which = 'img ' + (image.getAttribute('src') ?? 'without src') + ' ';
    for (const attribute of ['width', 'height', 'alt']) {
      if (!image.hasAttribute(attribute)) {
        pictures.push(which + 'has no ' + attribute);
      }
    }
    if (rendered(image) && image.naturalWidth === 0) {
      pictures.push(which + 'did not load');
    }
  }
  done({shifts, pictures});
})().catch(error => done({shifts: [String(error)], pictures: []}));
