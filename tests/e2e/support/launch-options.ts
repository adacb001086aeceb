/** How a browser is started. As root it has no sandbox. */
export const launchOptions = (executablePath: string | undefined) => ({
  executablePath,
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
