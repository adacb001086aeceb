import { expect, test } from "vitest";
import { withDeferredScripts } from "@/lib/front/markup/deferred-scripts";

const read = (html: string) => withDeferredScripts(html, "abc=");

test("linked scripts lose their address until they are wanted, and are not fetched early", async () => {
  expect(
    await read(
      '<link rel="preload" as="script" href="/a.js"/><script src="/a.js" async="" nonce="abc="></script>',
    ),
  ).toBe('<script data-deferred-src="/a.js" nonce="abc="></script>');
});

test("the script that fetches them stands at the end, under the nonce of the answer", async () => {
  expect(await read("<body><p>Ghent</p></body></html>")).toMatch(
    /^<body><p>Ghent<\/p><script nonce="abc=">[^<]+<\/script><\/body><\/html>$/,
  );
});

test("what the standard refuses is left out: an empty address of a form, async without an address of the script", async () => {
  expect(
    await read('<form action="" method="POST"><script async="">self.__next_f=[]</script></form>'),
  ).toBe('<form method="POST"><script>self.__next_f=[]</script></form>');
});

test("scripts inside the page, data, comments and text stay as they are", async () => {
  const page =
    '<script nonce="abc=">self.__next_f=[]</script><script type="application/ld+json">{}</script><!--$--><textarea><script src="/a.js"></textarea><img alt="<script src=/a.js>">';
  expect(await read(page)).toBe(page);
});
