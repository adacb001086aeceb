export function Boilerplate({
  heading,
  paragraphs,
}: {
  heading: string;
  paragraphs: readonly string[];
}) {
  return (
    <div className="mt-6">
      <h3 className="text-lg/snug">{heading}</h3>
      <div className="mt-2 space-y-3 border-s-4 border-accent bg-paper-deep p-5">
        {paragraphs.map((paragraph) => (
          <p key={paragraph} className="whitespace-pre-line">
            {paragraph}
          </p>
        ))}
      </div>
    </div>
  );
}
