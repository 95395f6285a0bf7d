// Runs every rule of axe, also those that it runs only when asked to, such as the size of targets, but those of level AAA,
// on trial or given up.
const done = arguments[arguments.length - 1];
const rules = {};
for (const rule of axe.getRules()) {
  rules[rule.ruleId] = {enabled: !rule.tags.some(tag => ['wcag2aaa', 'experimental', 'deprecated'].includes(tag))};
}
axe.run(document, {rules, resultTypes: ['violations']}).then(
    result => done(result.violations.flatMap(
        rule => rule.nodes.map(node => rule.id + ' at ' + node.target.join(' ') + ': '
            + (node.failureSummary ?? rule.help).replace(/\s+/g, ' ')))),
    error => done([String(error)]));
