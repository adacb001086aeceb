import { prefixes, valuesOf, type Node, type Value } from "@/lib/open-data/catalog-node";

/** JSON-LD 1.1 with its context inside, so that reading it fetches nothing. */
export const catalogJsonLd = (nodes: Node[]) => ({
  "@context": prefixes,
  "@graph": nodes.map((node) => ({
    "@id": node.id,
    "@type": node.type,
    ...Object.fromEntries(valuesOf(node).map(([name, values]) => [name, values.map(jsonLdValue)])),
  })),
});

function jsonLdValue(value: Value) {
  if ("id" in value) return { "@id": value.id };
  const { text, language, datatype } = value;
  if (datatype) return { "@value": text, "@type": datatype };
  return language ? { "@value": text, "@language": language } : { "@value": text };
}

export function catalogTurtle(nodes: Node[]): string {
  const head = Object.entries(prefixes).map(([name, iri]) => `@prefix ${name}: <${iri}> .`);
  return `${[head.join("\n"), ...nodes.map(turtleOf)].join("\n\n")}\n`;
}

function turtleOf(node: Node): string {
  const lines = valuesOf(node).map(
    ([name, values]) => `    ${name} ${values.map(turtleValue).join(", ")}`,
  );
  return `<${node.id}>\n${[`    a ${[node.type].flat().join(", ")}`, ...lines].join(" ;\n")} .`;
}

function turtleValue(value: Value): string {
  if ("id" in value) return `<${value.id}>`;
  const { text, language, datatype } = value;
  // The escapes of JSON are escapes of Turtle.
  const quoted = JSON.stringify(text);
  if (datatype) return `${quoted}^^${datatype}`;
  return language ? `${quoted}@${language}` : quoted;
}
