// The headlines, paragraphs and captions that can be seen, in order.
return [...document.querySelectorAll('h1, h2, h3, main p, main li, main dd, main time, main figcaption')]
    .filter(element => element.getClientRects().length > 0
        && element.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .map(element => element.innerText.replace(/\s+/g, ' ').trim())
    .filter(text => text !== '');
