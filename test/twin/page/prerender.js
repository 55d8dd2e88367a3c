// ?prerender: the browser prepares the pages of the list, by plain links, before the first is opened:
// by this script, since no browser with a debugger attached prepares anything.
export async function prerender(links) {
  if (!new URLSearchParams(location.search).has('prerender')) return;
  const rules = { prerender: [{ urls: links.map((each) => each.href), eagerness: 'immediate' }] };
  for (const each of links) delete each.dataset.nav;
  const script = Object.assign(document.createElement('script'), {
    ...{ type: 'speculationrules', textContent: JSON.stringify(rules) },
  });
  document.head.append(script);
  await fetch('/fx/_twin/click');
  links[0].click();
}
