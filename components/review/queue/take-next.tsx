import { Button } from "@/components/ui/button";

type Props = {
  takeNext: () => Promise<void>;
  /** The names of the reviewer's languages; none: all. */
  languages: readonly string[];
  /** Whether the site has more than one. */
  hasChoice: boolean;
};

/** Gives the reviewer the application that has waited longest and that nobody has. */
export function TakeNext({ takeNext, languages, hasChoice }: Props) {
  return (
    <form action={takeNext} className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Button data-shortcut="t" className="min-h-9! py-1!">
        Take the next
      </Button>
      {hasChoice ? (
        <p className="text-ink-soft">
          {languages.length ? `In ${new Intl.ListFormat("en-GB").format(languages)}. ` : null}
          <a href="/admin/account#languages">Your languages</a>
        </p>
      ) : null}
    </form>
  );
}
