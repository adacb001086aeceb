import { BreakableAddress } from "@/components/ui/breakable-address";

export function MailAddress({ children: address }: { children: string }) {
  return (
    <a href={`mailto:${address}`}>
      <BreakableAddress>{address}</BreakableAddress>
    </a>
  );
}
