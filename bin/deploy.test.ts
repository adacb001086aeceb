import { existsSync, globSync, readFileSync } from "node:fs";
import { validate } from "dockerfile-utils";
import { expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { z } from "zod";
import { settings } from "@/lib/env";

// What can be said of the files of deploy/ without the programs that read them.
// tests/integration/processes/deploy-files.test.ts asks those.

const read = (name: string) => readFileSync(`deploy/${name}`, "utf8");
const dockerfile = read("Dockerfile");
const known = Object.keys(settings.shape);

const valuesOf = (instruction: string): string[] =>
  [...dockerfile.matchAll(new RegExp(`^${instruction} (.*)$`, "gm"))].map(
    ([, value = ""]) => value,
  );

test("the Dockerfile has no fault that a linter knows", () => {
  expect(validate(dockerfile)).toEqual([]);
});

test("both stages stand on the Node that the site is tested with", () => {
  const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
    devDependencies: { node: string };
  };
  const base = `node:${devDependencies.node}-bookworm-slim`;
  expect(valuesOf("FROM")).toEqual([`${base} AS build`, base]);
});

test("what the site runs as owns nothing, and whatever server.ts imports is in the image", () => {
  expect(dockerfile).not.toContain("--chown");
  expect(valuesOf("USER")).toEqual(["node"]);
  const copied = valuesOf("COPY --from=build").flatMap((value) =>
    value.split(" ").flatMap((path) => /^\/site\/(.+)$/.exec(path)?.[1] ?? []),
  );
  const made = [".next", "node_modules", "next.config.mjs"];
  expect(copied.filter((path) => !made.includes(path) && !existsSync(path))).toEqual([]);
  for (const room of ["bin", "components", "content", "lib", "prisma", "public"])
    expect(copied).toContain(room);
});

test("no secret, and nothing of one machine, gets into the image", () => {
  const ignored = readFileSync(".dockerignore", "utf8").split("\n");
  for (const path of [".env", "deploy/.env", ".data", ".git", "node_modules", ".next"])
    expect(ignored).toContain(path);
  for (const [name, text] of [
    ["Dockerfile", dockerfile],
    ["compose.yaml", read("compose.yaml")],
  ] as const)
    expect(text, name).not.toMatch(/(SECRET|PASSWORD)[=:] *["']?[\w-]{12}/);
});

const composeFile = z.object({
  services: z.record(
    z.string(),
    z.object({
      environment: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
      mem_limit: z.string().optional(),
      read_only: z.boolean().optional(),
      cap_drop: z.array(z.string()).optional(),
      stop_grace_period: z.string().optional(),
    }),
  ),
});

test("compose gives the site settings that it knows, no privileges, and time to stop", () => {
  const { site } = composeFile.parse(parse(read("compose.yaml"))).services;
  expect(Object.keys(site!.environment).filter((name) => !known.includes(name))).toEqual([]);
  expect(site).toMatchObject({
    mem_limit: "1536m",
    read_only: true,
    cap_drop: ["ALL"],
    stop_grace_period: "45s",
  });
});

test("every variable that compose asks for is in its example, and no other", () => {
  const asked = [...read("compose.yaml").matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
  const given = [...read("compose.env.example").matchAll(/^(\w+)=/gm)].map(([, name]) => name);
  expect([...new Set(asked)].sort()).toEqual(given.sort());
});

const probe = z.object({ httpGet: z.object({ path: z.string(), port: z.literal("http") }) });
const container = z.object({
  image: z.string().regex(/:\d/),
  envFrom: z.array(z.unknown()),
  resources: z.object({ limits: z.object({ memory: z.enum(["512Mi", "768Mi"]) }) }),
  securityContext: z.object({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.object({ drop: z.tuple([z.literal("ALL")]) }),
  }),
});
const pod = z.object({
  automountServiceAccountToken: z.literal(false),
  securityContext: z.object({ runAsNonRoot: z.literal(true), runAsUser: z.literal(1000) }),
});
const siteContainer = container.extend({
  ports: z.tuple([z.object({ name: z.literal("http"), containerPort: z.number() })]),
  startupProbe: probe,
  readinessProbe: probe,
  livenessProbe: probe,
});
const template = <Pod extends z.ZodType>(spec: Pod) => z.object({ template: z.object({ spec }) });

const manifests = globSync("deploy/kubernetes/*.yaml").flatMap((path) =>
  parseAllDocuments(readFileSync(path, "utf8")).map(
    (document) =>
      document.toJS() as { kind: string; metadata: { name: string }; spec: unknown; data: object },
  ),
);
const manifest = (kind: string) => manifests.find((each) => each.kind === kind)!;

test("pods run without privileges, and are asked at addresses and a port that are there", () => {
  const deployment = template(
    pod.extend({
      terminationGracePeriodSeconds: z.literal(45),
      containers: z.tuple([siteContainer]),
    }),
  ).parse(manifest("Deployment").spec);
  const [site] = deployment.template.spec.containers;
  for (const { httpGet } of [site.startupProbe, site.readinessProbe, site.livenessProbe])
    expect(existsSync(`app${httpGet.path.split("?")[0]}/route.ts`)).toBe(true);
  // A database that is away must not have the pods killed, nor all of them taken out.
  expect(site.livenessProbe.httpGet.path).toBe("/healthz");
  expect(site.readinessProbe.httpGet.path).toBe("/readyz?exclude=database");
  expect(valuesOf("EXPOSE")).toEqual([String(site.ports[0].containerPort)]);
});

test("the nightly backup runs without privileges, and one at a time", () => {
  const backup = z.object({
    concurrencyPolicy: z.literal("Forbid"),
    jobTemplate: z.object({ spec: template(pod.extend({ containers: z.tuple([container]) })) }),
  });
  expect(() => backup.parse(manifest("CronJob").spec)).not.toThrow();
});

test("what Kubernetes sets the site knows, and everything that is named together is there", () => {
  const given = Object.keys(manifest("ConfigMap").data);
  expect(given.filter((name) => !known.includes(name))).toEqual([]);
  const labels = { app: manifest("Deployment").metadata.name };
  expect(manifest("Service").spec).toMatchObject({ selector: labels });
  expect(manifest("PodDisruptionBudget").spec).toMatchObject({
    minAvailable: 1,
    selector: { matchLabels: labels },
  });
  expect(JSON.stringify(manifest("Ingress").spec)).toContain(
    `"service":{"name":"${manifest("Service").metadata.name}","port":{"name":"http"}}`,
  );
});

const workflows = globSync(".github/workflows/*.yml");

test.each(workflows)("%s names each action by its commit, and may only read", (path) => {
  const text = readFileSync(path, "utf8");
  const uses = [...text.matchAll(/^\s*- uses: (.*)$/gm)].map(([, value]) => value);
  expect(uses.length).toBeGreaterThan(0);
  for (const value of uses) expect(value).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  expect((parse(text) as { permissions: object }).permissions).toEqual({ contents: "read" });
});
