/** A text about the coalition to copy as it is, under its length. */
export function Boilerplate({ heading, text }: { heading: string; text: string }) {
  return (
    <div className="mt-6">
      <h3 className="text-lg">{heading}</h3>
      <p className="mt-2 border-s-4 border-accent bg-paper-deep p-5">
        {text}
      </p>
    </div>
  );
}
