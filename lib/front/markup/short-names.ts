import { ident } from "css-tree";

/** No vowels and no "d": no name is a word, nor "ad", which blockers of advertisements hide. */
const letters = "bcfghjklmnpqrstvwxzBCFGHJKLMNPQRSTVWXZ";

const customProperty = /(?<![\w./"'-])--(?:[\w-]|[^\0-\x7f]|\\.)+/g;

/** Short names for the classes and custom properties of the style sheets, the same on all pages. */
export class ShortNames {
  private readonly classes = new Map<string, string>();
  private readonly properties = new Map<string, string>();

  ofClass(name: string): string {
    return shortNameIn(this.classes, name);
  }

  /** The class attribute of a page: a class that no style sheet names is left out. */
  inClassAttribute(value: string): string {
    return value
      .split(/\s+/)
      .flatMap((name) => this.classes.get(name) ?? [])
      .join(" ");
  }

  /** What is declared, or the value of an attribute: names custom properties shortly. */
  inValue(text: string): string {
    if (!text.includes("--")) return text;
    return text.replace(customProperty, (name) => `--${shortNameIn(this.properties, name)}`);
  }

  /** Gives the long names back, as a style sheet writes them. */
  reversed(): Pick<ShortNames, "ofClass" | "inValue"> {
    const classes = reversedNames(this.classes);
    const properties = reversedNames(this.properties);
    return {
      ofClass: (short) => ident.encode(classes.get(short) ?? short),
      inValue: (text) =>
        text.replace(customProperty, (name) => properties.get(name.slice(2)) ?? name),
    };
  }
}

const reversedNames = (names: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...names].map(([long, short]) => [short, long]));

export const customPropertiesIn = (text: string): string[] => text.match(customProperty) ?? [];

function shortNameIn(names: Map<string, string>, name: string): string {
  const short = names.get(name) ?? nameOf(names.size);
  names.set(name, short);
  return short;
}

function nameOf(index: number): string {
  const last = letters.charAt(index % letters.length);
  return index < letters.length ? last : nameOf(Math.floor(index / letters.length) - 1) + last;
}
