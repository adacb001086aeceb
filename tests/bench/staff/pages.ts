import { prisma } from "@/lib/db";
import type { Measured, StaffSite } from "@/tests/bench/staff/site";

const rounds = 40;

/** What the site itself takes to answer with each page of the panel, to an administrator. */
export async function measurePages(site: StaffSite): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const [what, path] of Object.entries(await listPages()))
    measured.push({ what: `Page: ${what}`, milliseconds: await time(site, path) });
  return measured;
}

async function listPages(): Promise<Record<string, string>> {
  const busiest = (kind: "asks" | "thanks") =>
    prisma.endorsementTotal.findFirstOrThrow({
      where: { kind },
      orderBy: { count: "desc" },
      select: { city: { select: { id: true, name: true } } },
    });
  const { city: asked } = await busiest("asks");
  const { city: thanked } = await busiest("thanks");
  const application = (state: "submitted" | "declined") =>
    prisma.application.findFirstOrThrow({ where: { state }, select: { id: true } });
  const { id: waiting } = await application("submitted");
  const { id: declined } = await application("declined");
  const { id: proposal } = await prisma.pageProposal.findFirstOrThrow({ select: { id: true } });
  const { id: publication } = await prisma.publication.findFirstOrThrow({ select: { id: true } });
  const { id: text } = await prisma.standardText.findFirstOrThrow({ select: { id: true } });
  const member = `/admin/members/${thanked.id}`;
  return {
    overview: "/admin/overview",
    queue: "/admin",
    "queue, search": "/admin?q=officer&state=all",
    "application that waits": `/admin/applications/${waiting}`,
    "application after a decision": `/admin/applications/${declined}?done=declined`,
    "several applications": `/admin/applications/several?what=remind&choose=${waiting}`,
    "second look": "/admin/second-look",
    endorsements: "/admin/endorsements",
    "endorsements, review": "/admin/endorsements/review",
    blocks: "/admin/endorsements/blocks",
    "city that most ask": `/admin/endorsements/cities/${asked.id}`,
    "city that most thank": `/admin/endorsements/cities/${thanked.id}`,
    members: "/admin/members",
    "members, search": "/admin/members?query=san",
    member: member,
    contacts: `${member}/contacts`,
    "public page": `${member}/public-page`,
    proposals: "/admin/members/proposals",
    proposal: `/admin/members/proposals/${proposal}`,
    publications: "/admin/publishing",
    publication: `/admin/publishing/${publication}`,
    "new publication": "/admin/publishing/new",
    announcements: "/admin/publishing/announcements",
    exports: "/admin/exports",
    texts: "/admin/texts",
    text: `/admin/texts/${text}`,
    staff: "/admin/staff",
    settings: "/admin/settings",
    operations: "/admin/operations",
    log: "/admin/log",
    "log of a city": `/admin/log?city=${encodeURIComponent(asked.name)}`,
    openings: "/admin/log/openings",
    account: "/admin/account",
  };
}

async function time({ ask }: StaffSite, path: string): Promise<number[]> {
  const milliseconds: number[] = [];
  // The first finds nothing in memory.
  for (let round = 0; round <= rounds; round++) {
    const began = performance.now();
    const answer = await ask(path);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
    if (round > 0) milliseconds.push(performance.now() - began);
  }
  return milliseconds;
}
