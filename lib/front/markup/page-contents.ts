import type { StartTag } from "@/lib/front/markup/html-tokens";
import { attributeKey, charactersIn, unknownText } from "@/lib/front/markup/selector-needs";
import { customPropertiesIn, type ShortNames } from "@/lib/front/markup/short-names";
import type { PageContents } from "@/lib/front/markup/used-rules";

/** Gathers, tag by tag, what the rules of a style sheet may be about. */
export class ContentsReader {
  private readonly vocabulary = new Set<string>();
  private readonly values: string[] = [];
  private readonly seenClasses = new Set<string>();

  read({ tagName, attrs }: StartTag): void {
    this.vocabulary.add(tagName.toLowerCase());
    for (const { name, value } of attrs) {
      this.vocabulary.add(attributeKey(name)).add(attributeKey(name, value));
      if (name === "id") this.vocabulary.add(`#${value}`);
      if (name === "class") this.readClasses(value);
      if (value.includes("var(--")) this.values.push(value);
      this.readText(value);
    }
  }

  readText(text: string): void {
    for (const character of charactersIn(text)) this.vocabulary.add(character);
  }

  expectUnknownText(): void {
    this.vocabulary.add(unknownText);
  }

  contents(names: ShortNames): PageContents {
    const asks = this.values.flatMap((value) => customPropertiesIn(names.inValue(value)));
    return { vocabulary: this.vocabulary, asks };
  }

  private readClasses(value: string): void {
    if (this.seenClasses.has(value)) return;
    this.seenClasses.add(value);
    for (const name of value.split(/\s+/)) this.vocabulary.add(`.${name}`);
  }
}
