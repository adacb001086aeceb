import { ruleGroupsOf, type Rule, type RuleId } from "@/lib/rules/register";
import { defaultSettings } from "@/lib/settings/schema";

export const rules: Rule[] = Object.values(ruleGroupsOf(defaultSettings)).flat();

/** What the rule's sentence says. @throws when there is no such figure */
export function figure(id: RuleId, name: string): number {
  const value = rules.find((rule) => rule.id === id)?.values[name];
  if (typeof value !== "number") throw new Error(`The rule ${id} has no figure “${name}”.`);
  return value;
}
