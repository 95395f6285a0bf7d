// The preview's part of a page: it follows the files, shows what is wrong and moves the instant. It is not in the site.
(() => {
  'use strict';

  const own = '/__newsbake/';
  const page = location.pathname;
  const loaded = performance.getEntriesByType('navigation')[0];
  const seen = ((loaded && loaded.serverTiming || []).find((it) => it.name === 'newsbake') || {}).description || '';

  const host = document.createElement('newsbake-preview');
  const root = host.attachShadow({mode: 'open'});
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; }
    * { box-sizing: border-box; }
    .bar, .overlay { font: 14px/1.45 system-ui, sans-serif; color: #f4f4f2; z-index: 2147483647; position: fixed; }
    .bar { inset-block-end: 8px; inset-inline-end: 8px; max-width: min(34rem, calc(100vw - 16px)); background: #1c2329;
      border: 1px solid #56616b; border-radius: 6px; }
    .bar > summary { padding: 4px 12px; cursor: pointer; }
    .bar > div { padding: 4px 12px 12px; max-height: 60vh; overflow: auto; }
    .overlay { inset: 0; overflow: auto; background: rgb(15 18 22 / .88); padding: 4vh 4vw; border: 0; margin: 0;
      width: 100%; height: 100%; max-width: none; max-height: none; }
    .overlay::backdrop { background: none; }
    .overlay > div { max-width: 60rem; margin: 0 auto; background: #1c2329; border-block-start: 6px solid #e5484d;
      padding: 16px 24px 24px; }
    h2 { font-size: 18px; margin: 8px 0; } h3 { font-size: 14px; margin: 12px 0 4px; }
    .place { font-family: ui-monospace, monospace; color: #ffb4a8; overflow-wrap: anywhere; }
    .warning .place { color: #ffd479; }
    pre { background: #0d1114; padding: 8px 12px; overflow: auto; margin: 8px 0; }
    p { margin: 4px 0; } ul { margin: 0; padding-inline-start: 1.2em; }
    li { margin: 2px 0; overflow-wrap: anywhere; }
    button, input { font: inherit; color: inherit; background: #2c363f; border: 1px solid #7d8a96; border-radius: 4px;
      padding: 3px 8px; color-scheme: dark; }
    button:focus-visible, input:focus-visible, summary:focus-visible { outline: 2px solid #8ecbff; outline-offset: 1px; }
    form { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; margin: 6px 0; }
    @media print { :host { display: none; } }
  `);
  root.adoptedStyleSheets = [sheet];
  document.documentElement.append(host);

  const element = (name, text, classes) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (classes) made.className = classes;
    return made;
  };

  /** A path as people read it: there is more than one way to encode it. */
  const plain = (path) => {
    try {
      return decodeURIComponent(path);
    } catch (e) {
      return path;
    }
  };

  // What is wrong

  let overlay = null;

  const closeOverlay = () => {
    if (!overlay) return;
    // Closed before it is taken away, so that the page has its focus again.
    overlay.close();
    overlay.remove();
    overlay = null;
  };

  const problemOf = (problem) => {
    const made = element('section', undefined, problem.severity);
    made.append(element('p', problem.place, 'place'), element('p', problem.found));
    if (problem.excerpt) {
      // Tabs stay, so that the mark stands under its column.
      const mark = problem.column > 0
        ? '\n' + problem.excerpt.slice(0, problem.column - 1).replace(/[^\t]/g, ' ') + '^' : '';
      made.append(element('pre', problem.excerpt + mark));
    }
    made.append(element('p', problem.advice));
    return made;
  };

  const showOverlay = (errors) => {
    closeOverlay();
    if (errors.length === 0) return;
    overlay = element('dialog', undefined, 'overlay');
    overlay.setAttribute('role', 'alertdialog');
    overlay.setAttribute('aria-labelledby', 'errors');
    overlay.setAttribute('aria-describedby', 'first-error');
    overlay.addEventListener('cancel', (event) => {
      event.preventDefault();
      closeOverlay();
    });
    const box = element('div');
    const title = element('h2', errors.length === 1 ? 'An error' : errors.length + ' errors');
    title.id = 'errors';
    const close = element('button', 'Show the last good page (Esc)');
    close.type = 'button';
    close.addEventListener('click', closeOverlay);
    const sections = errors.map(problemOf);
    sections[0].id = 'first-error';
    box.append(title, close, ...sections);
    overlay.append(box);
    root.append(overlay);
    overlay.showModal();
  };

  // The bar: it stays open, and keeps its focus, when its page is loaded again.

  const stored = (key, value) => {
    try {
      const last = sessionStorage.getItem(key);
      if (value === undefined) return last;
      sessionStorage.setItem(key, value);
    } catch (e) {
      // This browser keeps nothing.
    }
    return null;
  };

  const bar = element('details', undefined, 'bar');
  const summary = element('summary', 'Preview');
  summary.id = 'summary';
  const panel = element('div');
  bar.append(summary, panel);
  bar.open = stored('newsbake-bar') === 'open';
  bar.addEventListener('toggle', () => stored('newsbake-bar', bar.open ? 'open' : ''));
  root.append(bar);

  const reload = () => {
    const focused = root.activeElement && bar.contains(root.activeElement) ? root.activeElement.id : '';
    stored('newsbake-focus', focused);
    location.reload();
  };

  const words = {
    draft: 'Drafts', scheduled: 'Scheduled', embargoed: 'Embargoed', expiring: 'Expiring', expired: 'Expired',
    killed: 'Killed',
  };
  let state = null;

  const form = element('form');
  const label = element('label', 'Show the site of ');
  const input = element('input');
  input.type = 'datetime-local';
  input.step = '1';
  input.id = 'instant';
  label.append(input);
  const show = element('button', 'Show');
  show.id = 'show';
  const now = element('button', 'Now');
  now.type = 'button';
  now.id = 'now';
  form.append(label, show, now);
  const news = element('div');
  panel.append(form, news);
  root.getElementById(stored('newsbake-focus') || 'none')?.focus({preventScroll: true});
  stored('newsbake-focus', '');

  // What is being written into the field is not overwritten.
  let written = false;

  const move = async (instant) => {
    written = false;
    const answer = await fetch(own + 'instant', {
      method: 'POST', headers: {'X-Newsbake-Token': state.token, 'Content-Type': 'text/plain'}, body: instant,
    });
    if (!answer.ok) summary.textContent = await answer.text();
  };

  input.addEventListener('input', () => { written = true; });
  now.addEventListener('click', () => state && move(''));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (state && input.value) move(input.value);
  });

  const time = (local) => local.replace('T', ' ').replace(/:00$/, '');

  const showState = () => {
    const count = state.problems.length;
    summary.textContent = 'Preview · ' + time(state.instant) + ' ' + state.zone + (state.elsewhere ? ' · moved' : '')
      + (state.drafts ? ' · drafts' : '') + (count ? ' · ' + count + (count === 1 ? ' problem' : ' problems') : '');
    if (!written) input.value = state.instant;
    news.replaceChildren(element('p', state.live + ' live.' + (state.next ? ' Next change: ' + time(state.next) + '.' : '')));
    for (const [kind, title] of Object.entries(words)) {
      const items = state.items.filter((item) => item.state === kind);
      if (items.length) {
        const list = element('ul');
        list.append(...items.map((item) =>
          element('li', (item.at ? time(item.at) + ' ' : '') + (item.title || item.file) + ' (' + item.file + ')')));
        news.append(element('h3', title), list);
      }
    }
    if (count) news.append(element('h3', 'Problems'), ...state.problems.map(problemOf));
    showMarks();
  };

  const mark = (text) => {
    const made = element('span', text);
    made.dataset.newsbakeMark = text;
    // As a property: a page's own policy may forbid style attributes.
    made.style.cssText = 'font:600 12px/1.4 system-ui,sans-serif;background:#ffd479;color:#1c2329;'
      + 'padding:0 6px;margin-inline-start:.4em;border-radius:3px;display:inline-block;vertical-align:middle';
    return made;
  };

  const showMarks = () => {
    document.querySelectorAll('[data-newsbake-mark]').forEach((it) => it.remove());
    const marks = new Map(Object.entries(state.marks).map(([path, text]) => [plain(path), text]));
    if (marks.size === 0) return;
    const here = marks.get(plain(page));
    const headline = document.querySelector('h1');
    if (here && headline) headline.append(mark(here));
    for (const link of document.querySelectorAll('a[href]')) {
      const text = link.origin === location.origin && link.pathname !== page && marks.get(plain(link.pathname));
      if (text && link.textContent.trim()) link.append(mark(text));
    }
  };

  const readState = async () => {
    const answer = await fetch(own + 'state?page=' + encodeURIComponent(page));
    if (!answer.ok) return;
    state = await answer.json();
    showState();
  };

  // What changed

  let swaps = 0;
  // A link that is on its way in, and the one that it replaces: that one may be on its way in itself.
  const replaced = new Map();

  const swap = (link) => {
    const next = link.cloneNode();
    const address = new URL(link.href);
    address.searchParams.set('newsbake', ++swaps);
    next.href = address.href;
    replaced.set(next, link);
    const arrived = () => {
      for (let old = replaced.get(next), last = next; old; last = old, old = replaced.get(old)) {
        replaced.delete(last);
        old.remove();
      }
    };
    next.addEventListener('load', arrived);
    // A sheet that is gone styles nothing, and may come back.
    next.addEventListener('error', arrived);
    link.after(next);
  };

  const fileChanged = (path) => {
    const same = (address) => {
      const url = new URL(address, location.href);
      return url.origin === location.origin && plain(url.pathname) === plain(path);
    };
    if (path.endsWith('.css')) {
      const leaving = new Set(replaced.values());
      const links = [...document.querySelectorAll('link[rel~=stylesheet][href]')].filter((it) => !leaving.has(it));
      const direct = links.filter((link) => same(link.href));
      // One that no link names may be imported by another.
      (direct.length ? direct : links.filter((link) => new URL(link.href).origin === location.origin)).forEach(swap);
      return;
    }
    const used = [...document.querySelectorAll('[src], link[href], [poster]')].some((it) =>
      same(it.getAttribute('src') || it.getAttribute('href') || it.getAttribute('poster') || '#'));
    const inSet = [...document.querySelectorAll('[srcset]')].some((it) =>
      it.getAttribute('srcset').split(',').some((candidate) => same(candidate.trim().split(/\s/)[0])));
    // Such as the pictures and fonts of a style sheet.
    const fetched = performance.getEntriesByType('resource').some((it) => same(it.name));
    if (used || inSet || fetched) reload();
  };

  let events = null;
  let since = '';

  const listen = () => {
    if (events) return;
    events = new EventSource(own + 'events?page=' + encodeURIComponent(page) + '&seen=' + encodeURIComponent(seen)
      + '&since=' + encodeURIComponent(since));
    events.addEventListener('reload', reload);
    events.addEventListener('file', (event) => fileChanged(event.data));
    events.addEventListener('visit', (event) => location.assign(event.data));
    events.addEventListener('problems', (event) => showOverlay(JSON.parse(event.data)));
    events.addEventListener('state', (event) => {
      since = event.lastEventId;
      readState();
      if (document.hidden) silence();
    });
    events.addEventListener('error', () => { summary.textContent = 'Preview · not answering'; });
  };

  const silence = () => {
    if (events) events.close();
    events = null;
  };

  // A browser has few connections for one server: only pages that are seen keep one, and are told the rest when they
  // are seen again.
  document.addEventListener('visibilitychange', () => document.hidden ? silence() : listen());
  addEventListener('pagehide', silence);
  addEventListener('pageshow', (event) => event.persisted && listen());
  listen();
})();
