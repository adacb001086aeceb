import { BreakableAddress } from "@/components/ui/breakable-address";

/** An email address that opens a mail program. */
export function MailAddress({ children: address }: { children: string }) {
  return (
    <a href={`mailto:${address}`}>
      <BreakableAddress>{address}</BreakableAddress>
    </a>
  );
}
