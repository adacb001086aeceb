/** Its lines wrap, so that nothing scrolls sideways. */
export function CodeExample({ children }: { children: string }) {
  return (
    <pre
      dir="ltr"
      className="my-4 max-w-3xl rounded-md bg-paper-deep p-4 text-sm wrap-anywhere whitespace-pre-wrap"
    >
      <code>{children}</code>
    </pre>
  );
}
