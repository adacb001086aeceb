import { expect, test } from "vitest";
import { rewriteHtml } from "@/lib/front/markup/html-tokens";

const end = [
  `<!-- é --><p class="a&amp;b" title='<p>'>1 &lt; 2 😀</p>`,
  `<script>"</p>" < 1</script><input disabled>`,
].join("");

/** What is read of it, and what is written when nothing is changed. */
async function read(html: string) {
  const tags: string[] = [];
  let text = "";
  const written = await rewriteHtml(html, (rewriter) => {
    rewriter.on("startTag", (tag, raw) => {
      tags.push(`${tag.tagName} ${JSON.stringify(tag.attrs)}`);
      rewriter.emitRaw(raw);
    });
    rewriter.on("text", (token, raw) => {
      text += token.text;
      rewriter.emitRaw(raw);
    });
  });
  return { written, tags, text: text.trim() };
}

test("a long page is read the same wherever one of its pieces ends", async () => {
  const whole = await read(end);
  expect(whole.written).toBe(end);
  expect(whole.tags).toEqual([
    `p [{"name":"class","value":"a&b"},{"name":"title","value":"<p>"}]`,
    "script []",
    `input [{"name":"disabled","value":""}]`,
  ]);
  for (let length = 16_384 - end.length; length <= 16_384; length++) {
    const spaces = " ".repeat(length);
    expect(await read(spaces + end)).toEqual({ ...whole, written: spaces + end });
  }
});

test("what fails while a page is read fails the reading, in each of its pieces", async () => {
  for (const spaces of [0, 20_000]) {
    const reading = rewriteHtml(`${" ".repeat(spaces)}<p>`, (rewriter) =>
      rewriter.on("startTag", () => {
        throw new Error("no such tag");
      }),
    );
    await expect(reading).rejects.toThrow("no such tag");
  }
});

test("a stream that breaks off fails the reading", async () => {
  const reading = rewriteHtml(" ".repeat(40_000), (rewriter) =>
    rewriter.once("text", () => rewriter.destroy(new Error("broken off"))),
  );
  await expect(reading).rejects.toThrow("broken off");
});
