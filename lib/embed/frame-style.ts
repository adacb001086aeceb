import { fontSizes, lineHeights, type FontSizes } from "@/lib/embed/fit-text";
import { grounds, type Ground } from "@/lib/embed/grounds";

/** A title and a text in these letters have a class, as a frame may carry no other style. */
export const classOfSize = ({ title }: FontSizes): string => `size-${title}`;

const rem = (pixels: number): string => `${pixels / 16}rem`;

const sizeRules = fontSizes.map((size) => {
  const name = classOfSize(size);
  return `.${name}{font-size:${rem(size.text)}}.${name} strong{font-size:${rem(size.title)}}`;
});

const coloursOf = (name: Ground) =>
  `.${name}{background:${grounds[name].ground};color:${grounds[name].ink};border-color:${grounds[name].ink}}`;

/** The same for all frames: the front door allows it by its hash. */
export const frameStyle = [
  `body{margin:0;font:1rem/${lineHeights.text} system-ui,sans-serif}`,
  "a{box-sizing:border-box;display:flex;gap:1rem;align-items:center;min-height:100vh;padding:0 1rem;border:2px solid;border-radius:0.5rem;text-decoration:none;overflow-wrap:anywhere}",
  "a:hover strong{text-decoration:underline}",
  "a:focus-visible{outline:3px solid;outline-offset:-6px}",
  "span{text-wrap:balance}",
  "svg{flex:none}",
  `strong{display:block;line-height:${lineHeights.title}}`,
  ...sizeRules,
  coloursOf("light"),
  coloursOf("dark"),
].join("");
