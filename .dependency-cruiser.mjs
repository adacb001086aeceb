// Who may import whom: see "Rooms" in docs/architecture.md. bin/dependency-rules.test.ts breaks
// each of these rules once.

/** A ladder: each may import those after it. */
const domains = ["members", "endorsements", "applications", "actions", "cities", "places"];
/** Domains of their own. */
const beside = ["publications", "staff"];
/** What the domains stand on. */
const foundations = [
  "abuse",
  "calendar",
  "content",
  "database",
  "i18n",
  "mail",
  "maintenance",
  "measurements",
  "news",
  "pdf",
  "press",
  "process",
  "settings",
];
/** What puts domains together. */
const compositions = [
  "audit-log",
  "cards",
  "embed",
  "exports",
  "feeds",
  "front",
  "jobs",
  "map",
  "open-data",
  "operations",
  "rules",
  "statistics",
];

/** Tests and the process stand outside the rooms: they may import from all of them. */
const rooms = "^(app|components|lib|prisma)/";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    { name: "nothing-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "nothing-that-package-json-does-not-name",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "the-site-needs-no-development-package",
      severity: "error",
      from: { path: rooms, pathNot: "\\.test\\.tsx?$" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "nobody-imports-app",
      severity: "error",
      from: { pathNot: "^(app|tests)/" },
      to: { path: "^app/" },
    },
    {
      name: "lib-imports-no-components",
      severity: "error",
      from: { path: "^(lib|prisma)/" },
      to: { path: "^components/" },
    },
    {
      name: "components-do-not-reach-the-database",
      severity: "error",
      from: { path: "^components/", pathNot: "\\.test\\.tsx?$" },
      to: {
        path: ["^lib/db\\.ts$", "^lib/database/", "^lib/.*(queries|commands)\\.ts$"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "components-ui-know-no-domain",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: `^(components|lib)/(${[...domains, ...beside].join("|")}|mail|content)/` },
    },
    {
      name: "only-app-imports-next-navigation",
      severity: "error",
      from: { path: "^(components|lib|prisma|bin)/", pathNot: "^lib/auth\\.ts$" },
      to: {
        path: "^next/(navigation|headers|root-params)|node_modules/next/(navigation|headers|root-params)",
      },
    },
    {
      name: "foundations-know-no-domain",
      severity: "error",
      from: { path: `^lib/(${foundations.join("|")})/`, pathNot: "\\.test\\.tsx?$" },
      to: { path: `^lib/(${[...domains, ...beside, ...compositions].join("|")})/` },
    },
    {
      name: "nothing-asks-other-sites-but-the-check-of-links",
      severity: "error",
      from: {
        path: rooms,
        pathNot: "^lib/(process|rules|applications/checks/link-commands)|\\.test\\.tsx?$",
      },
      to: { path: "^lib/process/(check-link|public-address)\\.ts$" },
    },
    {
      name: "domains-know-nothing-above-them",
      severity: "error",
      from: { path: `^lib/(${[...domains, ...beside].join("|")})/`, pathNot: "\\.test\\.tsx?$" },
      to: { path: `^lib/(${compositions.join("|")})/` },
    },
    {
      name: "lib-imports-nothing-of-prisma-but-the-client",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^prisma/", pathNot: "^prisma/generated/" },
    },
    ...domains.slice(1).map((domain, index) => ({
      name: `${domain}-imports-no-domain-before-it`,
      severity: "error",
      from: { path: `^lib/${domain}/`, pathNot: "\\.test\\.tsx?$" },
      to: { path: `^lib/(${domains.slice(0, index + 1).join("|")})/` },
    })),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|prisma/generated)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: "specify",
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".d.ts"],
    },
  },
};
