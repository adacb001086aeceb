import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";

// What runs in the browser while the site asks for a proof of work: `npm run generate:proof-script`
// makes public/proof-of-work.js of it. The browser derives keys beside the page, which meanwhile
// stays free to be typed in: no worker is needed.

/**
 * A browser that has not found the solution by then is too slow: what it sends waits for a person.
 */
const maxSearchMs = 60_000;
/** Nor does anybody have to wait longer than this after pressing the button. */
const maxWaitMs = 20_000;

type State = "working" | "waiting" | "done" | "failed";

function prove(
  status: HTMLElement,
  form: HTMLFormElement,
  challenge: HTMLInputElement,
  solution: HTMLInputElement,
): void {
  let isOver = false;
  let isWaitedFor = false;
  const say = (state: State) => void (status.textContent = status.dataset[state] ?? "");
  const end = (found: string) => {
    if (isOver) return;
    isOver = true;
    solution.value = found;
    say(found ? "done" : "failed");
    if (isWaitedFor) form.submit();
  };

  form.addEventListener("submit", (event) => {
    if (isOver) return;
    event.preventDefault();
    if (!isWaitedFor) setTimeout(end, maxWaitMs, "");
    isWaitedFor = true;
    say("waiting");
  });
  say("working");
  solve(challenge.value).then(end, () => end(""));
}

/**
 * Empty where it takes too long. Rejects where the browser has no such cryptography, as on a site
 * without TLS.
 */
async function solve(challenge: string): Promise<string> {
  const found = await solveChallenge({
    challenge: JSON.parse(challenge) as Parameters<typeof solveChallenge>[0]["challenge"],
    deriveKey,
    timeout: maxSearchMs,
  });
  return found ? JSON.stringify({ counter: found.counter, derivedKey: found.derivedKey }) : "";
}

const status = document.querySelector<HTMLElement>("#proof");
const form = status?.closest("form");
const challenge = form?.querySelector<HTMLInputElement>("[name=challenge]");
const solution = form?.querySelector<HTMLInputElement>("[name=solution]");
if (status && form && challenge && solution) prove(status, form, challenge, solution);
