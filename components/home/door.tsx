/** One of the two ways into "Endorse my city". The whole card leads where its link leads. */
export function Door({ title, text, link, href }: { title: string; text: string; link: string; href: string }) {
  return (
    <section className="relative flex flex-col rounded-md border-2 border-ink p-6 has-[a:hover]:bg-paper-deep">
      <h3 className="text-2xl">{title}</h3>
      <p className="mt-2 mb-5 grow">{text}</p>
      <p>
        <a href={href} className="font-bold after:absolute after:inset-0">
          {link}
        </a>
      </p>
    </section>
  );
}
