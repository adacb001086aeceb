import { randomUUID } from "node:crypto";
import { PageMemory, type PageMemorySettings } from "@/lib/front/page-memory";
import type { Rendered } from "@/lib/front/render";

/** With a query, of which the memory keeps a few megabytes: forms of a hundred cities. */
const withoutQueryMaxBytes = 1_000_000;

/** Nobody outside this process can know it, so it stands in no other page. */
const placeOfSeal = randomUUID();

type Settings = Omit<PageMemorySettings, "maxBytes" | "isChangedWhenSent"> & {
  sealForm: () => string;
};

/**
 * The form of a city is the same for all but for its seal: it is made once, and each visitor gets
 * it with a seal of its own.
 */
export class FormMemory {
  private readonly pages: PageMemory;

  constructor(private readonly settings: Settings) {
    const { render, schedule, state } = settings;
    this.pages = new PageMemory({
      ...{ schedule, state, maxBytes: withoutQueryMaxBytes, isChangedWhenSent: true },
      render: async (address) => withoutSeal(await render(address)),
    });
  }

  /** @throws as PageMemory's does */
  async answer(address: string, left: AbortSignal): Promise<Rendered> {
    const answer = await this.pages.answer(address, left);
    if ("rendered" in answer) return this.withSeal(answer.rendered);
    const { status, contentType, bodies, styles } = answer.page;
    const body = "identity" in bodies ? bodies.identity : Buffer.alloc(0);
    return this.withSeal({ status, headers: { "content-type": contentType }, body, styles });
  }

  private withSeal(rendered: Rendered): Rendered {
    const seal = this.settings.sealForm();
    return { ...rendered, body: replaced(rendered.body, placeOfSeal, seal) };
  }
}

/** It stands in a hidden field, and once more in what React remembers of the form's state. */
function withoutSeal(rendered: Rendered): Rendered {
  const [, seal] = /name="seal" value="([\w.-]+)"/.exec(rendered.body.toString()) ?? [];
  return seal ? { ...rendered, body: replaced(rendered.body, seal, placeOfSeal) } : rendered;
}

const replaced = (body: Buffer, text: string, replacement: string): Buffer =>
  Buffer.from(body.toString().replaceAll(text, replacement));
