/** The prefixes that the catalogue writes its names with. */
export const prefixes = {
  dcat: "http://www.w3.org/ns/dcat#",
  dcatap: "http://data.europa.eu/r5r/",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  geosparql: "http://www.opengis.net/ont/geosparql#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

/** Such as `dcat:Dataset`. */
export type Name = `${keyof typeof prefixes}:${string}`;

export type Literal = { text: string; language?: string; datatype?: Name };
export type Value = { id: string } | Literal;

/** A thing in the catalogue and what is said of it. `id` is an absolute address. */
export type Node = {
  id: string;
  type: Name | readonly Name[];
  properties: Readonly<Partial<Record<Name, Value | Value[]>>>;
};

export const valuesOf = (node: Node): [Name, Value[]][] =>
  Object.entries(node.properties).flatMap(([name, value]) =>
    value ? [[name as Name, [value].flat()]] : [],
  );

export const english = (text: string): Literal => ({ text, language: "en" });
