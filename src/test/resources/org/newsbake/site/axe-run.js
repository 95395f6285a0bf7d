// Runs every rule of axe, also those that it runs only when asked to, such as the size of targets, but those of level AAA,
// on trial or given up.
const done = arguments[arguments.length - 1];
const rules = {};
for (const rule of axe.getRules()) {
  rules[rule.ruleId] = {enabled: !rule.tags.some(tag => ['wcag2aaa', 'experimental', 'deprecated'].includes(tag))};
}
const told = (rule, {length, 0: first}) => `${rule.id} at ${first.target.join(' ')}`
    + (length > 1 ? ` and ${length - 1} more` : '') + ': ' + (first.failureSummary ?? rule.help).replace(/\s+/g, ' ');
axe.run(document, {rules, resultTypes: ['violations'], iframes: false, preload: false}).then(
    result => done(result.violations.map(rule => told(rule, rule.nodes))),
    error => done([String(error)]));
