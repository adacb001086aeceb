// Plain JavaScript without dependencies: it shows the steps that run before anything is installed.

const elapsed = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const secondsBetweenLines = 15;

/**
 * Runs one step of a start, on one line that shows its time. A terminal sees the seconds pass; a
 * log gets a line now and then.
 * @template Result
 * @param {string} title what happens, e.g. "Building the site"
 * @param {(report: (line: string) => void) => Promise<Result>} work is given a way to tell how far
 *   it is
 * @returns {Promise<Result>}
 */
export async function step(title, work) {
  const began = performance.now();
  let detail = "";
  const line = () => `  ${detail || title} … ${elapsed(began)}`;
  const show = () =>
    process.stdout.write(process.stdout.isTTY ? `\r\x1b[2K${line()}` : `${line()}\n`);
  const end = (verdict) =>
    process.stdout.write(
      `${process.stdout.isTTY ? "\r\x1b[2K" : ""}  ${title}: ${verdict}${elapsed(began)}\n`,
    );

  if (process.stdout.isTTY) show();
  const ticking = setInterval(show, process.stdout.isTTY ? 500 : secondsBetweenLines * 1000);
  try {
    const result = await work((text) => void (detail = text));
    end("");
    return result;
  } catch (error) {
    end("failed after ");
    throw error;
  } finally {
    clearInterval(ticking);
  }
}
