import { grounds, type Ground } from "@/lib/embed/grounds";

const coloursOf = (name: Ground) =>
  `.${name}{background:${grounds[name].ground};color:${grounds[name].ink};border-color:${grounds[name].ink}}`;

/** The same for all frames: the front door allows it by its hash. */
export const frameStyle = [
  "body{margin:0;font:0.8125rem/1.3 system-ui,sans-serif}",
  "a{box-sizing:border-box;display:flex;gap:1rem;align-items:center;min-height:100vh;padding:0.5rem 1rem;border:2px solid;border-radius:0.5rem;text-decoration:none;overflow-wrap:anywhere}",
  "a:hover strong{text-decoration:underline}",
  "a:focus-visible{outline:3px solid;outline-offset:-6px}",
  "span{text-wrap:balance}",
  "svg{flex:none}",
  "strong{display:block;font-size:1.25rem;line-height:1.2}",
  coloursOf("light"),
  coloursOf("dark"),
].join("");
