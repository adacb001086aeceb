import { randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";
import {
  PageMemory,
  type PageMemorySettings,
  type RememberedPage,
} from "@/lib/front/pages/page-memory";
import type { Rendered } from "@/lib/front/pages/render";
import type { PageTemplate, Slot } from "@/lib/process/page-view";

/** Templates are few, but for those of a city whose name fits no slot. */
const templatesMaxBytes = 4_000_000;
const maxTemplates = 2_000;

/** Nobody outside this process can know it, so no page and no address holds it. */
const secret = randomUUID().replaceAll("-", "");
const slot: Slot = (name) => `slot${secret}${name}end`;
const slots = new RegExp(`slot${secret}(\\w+?)end`);

type Settings = Omit<PageMemorySettings, "maxBytes" | "isChangedWhenSent" | "render"> & {
  render: (address: string, view: object | undefined) => Promise<Rendered>;
};

/** Keeps pages that are the same for all but for a few texts, and fills them in for each visitor. */
export class TemplateMemory {
  private readonly pages: PageMemory;
  private readonly wanted = new LRUCache<string, PageTemplate>({ max: maxTemplates });
  private readonly parts = new WeakMap<RememberedPage, string[]>();

  constructor({ render, schedule, state }: Settings) {
    this.pages = new PageMemory({
      ...{ state, maxBytes: templatesMaxBytes, isChangedWhenSent: true },
      // A form whose city is in its query is no search.
      schedule: schedule && ((job, work) => schedule({ ...job, isFiltered: false }, work)),
      render: (name) => {
        const template = this.wanted.get(name);
        if (!template) throw new Error("A template was asked for that nobody has named.");
        return render(template.address(slot), template.view?.(slot));
      },
    });
  }

  /** @throws as PageMemory's does */
  async answer(template: PageTemplate, left: AbortSignal): Promise<Rendered> {
    this.wanted.set(template.name, template);
    const answer = await this.pages.answer(template.name, left);
    if ("rendered" in answer)
      return { ...answer.rendered, body: fill(partsOf(answer.rendered.body), template) };
    const { page } = answer;
    const { status, contentType, styles } = page;
    const headers = { "content-type": contentType };
    return { status, headers, body: fill(this.partsOfPage(page), template), styles };
  }

  private partsOfPage(page: RememberedPage): string[] {
    const known = this.parts.get(page);
    if (known) return known;
    const parts = partsOf("identity" in page.bodies ? page.bodies.identity : Buffer.alloc(0));
    this.parts.set(page, parts);
    return parts;
  }
}

/** Text and names of slots in turn. */
const partsOf = (body: Buffer): string[] => body.toString().split(slots);

const fill = (parts: string[], { values }: PageTemplate): Buffer =>
  Buffer.from(parts.map((part, index) => (index % 2 === 0 ? part : (values[part] ?? ""))).join(""));
