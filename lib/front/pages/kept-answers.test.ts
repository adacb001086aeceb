import { expect, test } from "vitest";
import { keepAnswers, placeOfAnswers } from "@/lib/front/pages/kept-answers";

const page = `<form><input type="hidden" name="${placeOfAnswers}"/><button>Send again</button></form>`;

test("the answers of a form stand in the page, word for word", async () => {
  const body = Buffer.from(
    new URLSearchParams({ body: `Ada's "council" <b>&</b> $& co`, $ACTION_KEY: "k1" }).toString(),
  );
  const keep = await keepAnswers(
    { headers: { "content-type": "application/x-www-form-urlencoded" } },
    body,
  );
  expect(keep?.(page)).toBe(
    '<form><input type="hidden" name="body" value="Ada&#39;s &quot;council&quot; &lt;b&gt;&amp;&lt;/b&gt; $&amp; co"/>' +
      '<input type="hidden" name="$ACTION_KEY" value="k1"/><button>Send again</button></form>',
  );
});

test("a form in parts keeps its texts and no files", async () => {
  const form = new FormData();
  form.set("city", "Gent\r\nBelgië");
  form.set("letter", new Blob(["%PDF"]), "letter.pdf");
  const sent = new Request("https://coalition.example", { method: "POST", body: form });
  const headers = { "content-type": sent.headers.get("content-type") ?? "" };
  const keep = await keepAnswers({ headers }, Buffer.from(await sent.arrayBuffer()));
  expect(keep?.(page)).toBe(
    '<form><input type="hidden" name="city" value="Gent\r\nBelgië"/><button>Send again</button></form>',
  );
});

test.each([["text/plain"], ["multipart/form-data; boundary=x"], [undefined]])(
  "%s is no form",
  async (type) => {
    expect(await keepAnswers({ headers: { "content-type": type } }, Buffer.from("a=b"))).toBeNull();
  },
);
