import { parse } from "tldts";

// Names that the site shows or mails to others lead nowhere: whoever types one could otherwise
// advertise with it.

/** Beside the dot itself, what browsers and mail programs take for one. */
const dots = /[\u3002\uFF61\uFE52]/gu;

/**
 * Whether a mail or web address stands in it: "ada@example.com", "www.example", "see example.com".
 */
export function holdsAddress(name: string): boolean {
  const plain = name.replace(dots, ".").normalize("NFKC").replace(dots, ".");
  if (/[@\\]|:\/\/|\bwww\./iu.test(plain)) return true;
  return plain.split(/[^\p{L}\p{M}\p{N}.-]+/u).some(endsLikeDomain);
}

/**
 * Only in a top-level domain that exists: "M. de Vries" may be typed without its space, "J.Smith"
 * too.
 */
function endsLikeDomain(word: string): boolean {
  const { domain, isIcann } = parse(word.replace(/^[.-]+|[.-]+$/g, "").toLowerCase(), {
    extractHostname: false,
  });
  return domain !== null && isIcann === true;
}
