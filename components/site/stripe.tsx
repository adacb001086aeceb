/** The five colours side by side. */
export function Stripe() {
  return (
    <div aria-hidden="true" className="night flex h-1.5 print:hidden">
      <span className="grow bg-principle-1" />
      <span className="grow bg-principle-2" />
      <span className="grow bg-principle-3" />
      <span className="grow bg-principle-4" />
      <span className="grow bg-principle-5" />
    </div>
  );
}
