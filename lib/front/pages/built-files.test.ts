import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import inject from "light-my-request";
import { afterAll, beforeAll, expect, test } from "vitest";
import { builtFiles } from "@/lib/front/pages/built-files";

let folder: string;
let files: ReturnType<typeof builtFiles>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "coalition-built-"));
  mkdirSync(join(folder, "chunks"));
  const script = join(folder, "chunks", "form.js");
  writeFileSync(script, "plain");
  writeFileSync(`${script}.br`, "brotli");
  writeFileSync(`${script}.gz`, "gzip");
  files = builtFiles(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const get = (path: string, encoding = "identity") =>
  inject((request, response) => void files(request, response), {
    url: `/_next/static/${path}`,
    headers: { "accept-encoding": encoding },
  });

test("a file of the build is kept by browsers for good, and comes compressed", async () => {
  const { statusCode, headers, body } = await get("chunks/form.js", "gzip, br");
  expect(statusCode).toBe(200);
  expect(headers).toMatchObject({
    "content-type": "text/javascript",
    "content-encoding": "br",
    "cache-control": "public,max-age=31536000,immutable",
    vary: "Accept-Encoding",
  });
  expect(body).toBe("brotli");
  expect((await get("chunks/form.js", "gzip")).body).toBe("gzip");
  expect((await get("chunks/form.js")).body).toBe("plain");
});

test.each(["chunks/made-up.js", "chunks", "", "chunks/%E0%A4%A", "..%2f..%2fpackage.json"])(
  "what is no file of the build is a 404 that nobody keeps: %s",
  async (path) => {
    const { statusCode, headers, body } = await get(path);
    expect({ statusCode, body }).toEqual({ statusCode: 404, body: "" });
    expect(headers["cache-control"]).toBe("no-store");
  },
);

test("a file that another build has taken away under the running site is a 404", async () => {
  writeFileSync(join(folder, "gone.js"), "gone");
  const ofThisRelease = builtFiles(folder);
  rmSync(join(folder, "gone.js"));
  const { statusCode } = await inject(
    (request, response) => void ofThisRelease(request, response),
    { url: "/_next/static/gone.js" },
  );
  expect(statusCode).toBe(404);
});

test("a file that cannot be read ends its answer, and not the process", async () => {
  const answer = inject(
    (request, response) => {
      void files(request, response);
      // It was found, and is opened after this.
      rmSync(join(folder, "chunks/form.js"));
    },
    { url: "/_next/static/chunks/form.js" },
  );
  await expect(answer).rejects.toThrow();
});

test("other addresses are not its business", async () => {
  const { body } = await inject(
    (request, response) => void response.end(String(files(request, response))),
    { url: "/data/cities" },
  );
  expect(body).toBe("false");
});
