import { siteUrl } from "@/lib/env";
import { defaultLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { contactAddress } from "@/lib/mail/contact-address";
import { dataAddress, pageAddress } from "@/lib/open-data/addresses";
import { english, type Node, type Value } from "@/lib/open-data/catalog-node";
import { namesPlaces, type Dataset, type Format } from "@/lib/open-data/dataset";
import { datasets } from "@/lib/open-data/datasets";
import { formats } from "@/lib/open-data/formats";
import { licence } from "@/lib/open-data/licence";
import { siteChangedAt } from "@/lib/site-version";

const authority = "http://publications.europa.eu/resource/authority";

/** Where the lists are whose terms a catalogue in DCAT-AP names things by. */
const lists = {
  language: `${authority}/language`,
  accessRight: `${authority}/access-right`,
  frequency: `${authority}/frequency`,
  fileType: `${authority}/file-type`,
  availability: `${authority}/planned-availability`,
  licenceType: "http://purl.org/adms/licencetype/1.0",
};

/** Things that others have named, with the kind that DCAT-AP wants of them. */
const known = {
  licence: { id: `${authority}/licence/CC_BY_4_0`, type: "dct:LicenseDocument" },
  language: { id: `${lists.language}/ENG`, type: "dct:LinguisticSystem" },
  public: { id: `${lists.accessRight}/PUBLIC`, type: "dct:RightsStatement" },
  whenItChanges: { id: `${lists.frequency}/UPDATE_CONT`, type: "dct:Frequency" },
  attribution: { id: "http://purl.org/adms/licencetype/Attribution", type: "skos:Concept" },
  /** Of GeoNames, as the lists of the European Union name no place for all of it. */
  world: { id: "https://sws.geonames.org/6295630/", type: "dct:Location" },
  stable: { id: `${lists.availability}/STABLE`, type: "skos:Concept" },
  themes: { id: `${authority}/data-theme`, type: "skos:ConceptScheme" },
  government: { id: `${authority}/data-theme/GOVE`, type: "skos:Concept" },
} as const;

const ref = ({ id }: { id: string }): Value => ({ id });

/** A name within the catalogue, e.g. of a dataset. */
const own = (name: string) => ({ id: `${siteUrl()}/data/catalog.ttl#${name}` });

/** The datasets as DCAT-AP 3 describes them, for data portals that harvest them. */
export async function catalogNodes(): Promise<Node[]> {
  const modified: Value = { text: (await siteChangedAt()).toISOString(), datatype: "xsd:dateTime" };
  return [
    catalogNode(modified),
    publisherNode(),
    contactNode(),
    serviceNode(),
    ...datasets.flatMap((dataset) => [
      datasetNode(dataset, modified),
      ...dataset.formats.map((format) => distributionNode(dataset, format)),
      { id: schemaOf(dataset).id, type: "dct:Standard", properties: {} } satisfies Node,
    ]),
    ...knownNodes(),
  ];
}

const t = () => translator(defaultLocale, "openData");

const page = () => ({ id: pageAddress("/open-data") });
const schemaOf = ({ name }: Dataset) => ({ id: dataAddress(`${name}.schema.json`) });
const fileOf = ({ name }: Dataset, format: Format) => ({ id: dataAddress(`${name}.${format}`) });
const mediaTypeOf = (format: Format) => ({
  id: `https://www.iana.org/assignments/media-types/${formats[format].mediaType}`,
});
const fileTypeOf = (format: Format) => ({
  id: `${lists.fileType}/${formats[format].fileType}`,
});

const catalogNode = (modified: Value): Node => ({
  ...own("catalog"),
  type: "dcat:Catalog",
  properties: {
    "dct:title": english(t()("catalogTitle")),
    "dct:description": english(t()("catalogDescription")),
    "dct:publisher": own("publisher"),
    "dct:license": ref(known.licence),
    "dct:language": ref(known.language),
    "dct:spatial": ref(known.world),
    "dct:modified": modified,
    "foaf:homepage": page(),
    "dcat:themeTaxonomy": ref(known.themes),
    "dcat:dataset": datasets.map(({ name }) => own(name)),
    "dcat:service": own("service"),
  },
});

const publisherNode = (): Node => ({
  ...own("publisher"),
  type: "foaf:Agent",
  properties: {
    "foaf:name": english(translator(defaultLocale, "site")("name")),
    "foaf:homepage": { id: pageAddress("/") },
  },
});

/** The shapes that DCAT-AP publishes know no subclass of vcard:Kind. */
const contactNode = (): Node => ({
  ...own("contact"),
  type: ["vcard:Kind", "vcard:Organization"],
  properties: {
    "vcard:fn": english(translator(defaultLocale, "site")("name")),
    "vcard:hasEmail": { id: `mailto:${contactAddress()}` },
  },
});

const serviceNode = (): Node => ({
  ...own("service"),
  type: "dcat:DataService",
  properties: {
    "dct:title": english(t()("catalogTitle")),
    "dcat:endpointURL": { id: dataAddress("") },
    "dcat:endpointDescription": { id: dataAddress("openapi.json") },
    "dct:license": ref(known.licence),
    "dct:accessRights": ref(known.public),
    "dcat:servesDataset": datasets.map(({ name }) => own(name)),
  },
});

const datasetNode = (dataset: Dataset, modified: Value): Node => ({
  ...own(dataset.name),
  type: "dcat:Dataset",
  properties: {
    "dct:title": english(t()(`datasets.${dataset.name}.title`)),
    "dct:description": english(descriptionOf(dataset)),
    "dct:identifier": { text: fileOf(dataset, "json").id },
    "dct:publisher": own("publisher"),
    "dcat:contactPoint": own("contact"),
    "dct:language": ref(known.language),
    "dct:spatial": ref(known.world),
    "dct:accessRights": ref(known.public),
    "dct:accrualPeriodicity": ref(known.whenItChanges),
    "dct:modified": modified,
    "dcat:theme": ref(known.government),
    "dcat:keyword": [english(dataset.name), english(t()("keyword"))],
    "dcat:version": { text: "1" },
    "dcat:landingPage": page(),
    "dcat:distribution": dataset.formats.map((format) => own(`${dataset.name}-${format}`)),
  },
});

const descriptionOf = (dataset: Dataset): string =>
  [
    t()(`datasets.${dataset.name}.description`),
    ...(namesPlaces(dataset) ? [t()("placesFromGeoNames")] : []),
  ].join(" ");

const distributionNode = (dataset: Dataset, format: Format): Node => ({
  ...own(`${dataset.name}-${format}`),
  type: "dcat:Distribution",
  properties: {
    "dct:title": english(`${t()(`datasets.${dataset.name}.title`)} (${formats[format].fileType})`),
    "dct:description": english(descriptionOf(dataset)),
    "dcat:accessURL": fileOf(dataset, format),
    "dcat:downloadURL": fileOf(dataset, format),
    "dcat:mediaType": mediaTypeOf(format),
    "dct:format": fileTypeOf(format),
    "dct:language": ref(known.language),
    "dct:license": ref(known.licence),
    "dcatap:availability": ref(known.stable),
    ...(format === "json" && { "dct:conformsTo": schemaOf(dataset) }),
  },
});

const wkt = (text: string): Value => ({ text, datatype: "geosparql:wktLiteral" });

const ofList = (list: string) => ({ "skos:inScheme": { id: list } });

/**
 * DCAT-AP asks of what kind the things are that it refers to, and from which list: whoever checks
 * the catalogue need not fetch the lists.
 */
function knownNodes(): Node[] {
  const used = [...new Set(datasets.flatMap((dataset) => dataset.formats))];
  return [
    {
      id: known.licence.id,
      type: "dct:LicenseDocument",
      properties: { "dct:type": ref(known.attribution), "rdfs:seeAlso": { id: licence.url } },
    },
    { ...known.language, properties: ofList(lists.language) },
    { ...known.public, properties: ofList(lists.accessRight) },
    { ...known.whenItChanges, properties: ofList(lists.frequency) },
    {
      ...known.world,
      properties: {
        "dcat:bbox": wkt("POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90))"),
        "dcat:centroid": wkt("POINT(0 0)"),
      },
    },
    { ...known.themes, properties: { "dct:title": english("Data theme") } },
    {
      ...known.government,
      properties: {
        "skos:prefLabel": english("Government and public sector"),
        "skos:inScheme": ref(known.themes),
      },
    },
    {
      ...known.attribution,
      properties: { "skos:prefLabel": english("Attribution"), ...ofList(lists.licenceType) },
    },
    {
      ...known.stable,
      properties: { "skos:prefLabel": english("stable"), ...ofList(lists.availability) },
    },
    { ...page(), type: "foaf:Document", properties: {} },
    ...used.map((format): Node => ({
      ...mediaTypeOf(format),
      type: "dct:MediaType",
      properties: {},
    })),
    ...used.map((format): Node => ({
      ...fileTypeOf(format),
      type: "dct:MediaTypeOrExtent",
      properties: ofList(lists.fileType),
    })),
  ];
}
