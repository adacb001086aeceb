import {
  applicationReminderMail,
  approvedMail,
  changesRequestedMail,
  confirmAddressMail,
  continueMail,
  declinedMail,
  delayedMail,
  receivedMail,
  reopenedMail,
  secondContactMail,
  withdrawnMail,
  type ApplicationMail,
} from "@/lib/applications/mails/emails";
import {
  applicationWaitsMail,
  digestMail,
  morningMail,
  mentionMail,
} from "@/lib/applications/mails/reviewer-emails";
import {
  appealOverturnedMail,
  appealReceivedMail,
  appealUpheldMail,
  secondLookMail,
  secondLookSubjects,
} from "@/lib/applications/mails/second-look-emails";
import { bulletinMail } from "@/lib/endorsements/city-progress/bulletin-mail";
import {
  alreadyCountsMail,
  confirmEndorsementMail,
  reminderMail,
} from "@/lib/endorsements/mails/emails";
import { spotCheckMail } from "@/lib/endorsements/spot-check/spot-check-mail";
import {
  contactEditedMail,
  pageDecidedMail,
  pageLinkMail,
  reconfirmMail,
  reconfirmReminderMail,
} from "@/lib/members/mails/emails";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import type { MailContent } from "@/lib/mail/outbox";
import { invitationMail, signInMail } from "@/lib/staff/mails/emails";
import { BulletinKind, DeclineReason } from "@/prisma/generated/enums";

/** One kind of mail with sample data. */
type Preview = {
  /** Its part of the preview's address. */
  name: string;
  /** The function that writes the mail: a test looks for every one of them here. */
  writtenBy: (...input: never[]) => Promise<MailContent>;
  content: () => Promise<MailContent>;
};

function preview<Input>(
  name: string,
  writtenBy: (input: Input) => Promise<MailContent>,
  input: Input,
): Preview {
  return { name, writtenBy, content: () => writtenBy(input) };
}

/**
 * Every kind of mail with sample data, in the order in which people get them.
 * @param site the site's address, for the links
 */
export function listPreviews(locale: Locale, site: string): Preview[] {
  const application: ApplicationMail = {
    locale,
    contactName: "Name of the applicant",
    cityName: "Ghent",
    reference: "SAMPLE-1",
    statusUrl: site + href(locale, "/applications/sample"),
  };
  const waiting = {
    locale,
    cityName: "Ghent",
    countryCode: "BE",
    reference: "SAMPLE-1",
    reviewUrl: `${site}/admin/applications/sample`,
    settingsUrl: `${site}/admin/account`,
  };
  const message =
    "The link to the resolution leads to a page that is not there.\n\nWhich body has decided, and when?";
  const endorsement = {
    locale,
    cityName: "Ghent",
    manageUrl: site + href(locale, "/endorsements/sample"),
    kind: "asks",
  } as const;
  const membership = {
    locale,
    contactName: "Name of the contact",
    cityName: "Ghent",
    dueAt: new Date("2027-01-31"),
    answerUrl: site + href(locale, "/membership/sample"),
  };
  const edited = { ...membership, url: site + href(locale, "/contact") };
  const cityUrl = site + href(locale, "/cities/ghent");
  const pressText = [
    "Ghent has joined the Cities Coalition for Digital Rights.",
    "The city has put its name to five principles.",
  ];
  return [
    preview("confirm-address", confirmAddressMail, application),
    preview("second-contact", secondContactMail, {
      locale,
      cityName: application.cityName,
      answerUrl: site + href(locale, "/applications/colleague/sample"),
    }),
    preview("continue", continueMail, {
      locale,
      continueUrl: site + href(locale, "/join/continue/sample"),
    }),
    preview("received", receivedMail, { ...application, waitInWorkingDays: 12 }),
    preview("received-without-estimate", receivedMail, { ...application, waitInWorkingDays: null }),
    preview("application-waits", applicationWaitsMail, { ...waiting, isAnswer: false }),
    preview("delayed", delayedMail, { ...application, days: 10 }),
    preview("mention", mentionMail, {
      locale,
      reference: "SAMPLE-1",
      noteUrl: `${waiting.reviewUrl}#notes`,
    }),
    preview("changes-requested", changesRequestedMail, { ...application, message }),
    preview("application-reminder", applicationReminderMail, {
      ...application,
      askedOn: new Date("2026-11-20"),
    }),
    preview("applicant-answered", applicationWaitsMail, { ...waiting, isAnswer: true }),
    preview("digest", digestMail, {
      ...waiting,
      queueUrl: `${site}/admin`,
      news: [
        { ...waiting, isAnswer: false },
        { ...waiting, cityName: "Antwerp", reference: "SAMPLE-2", isAnswer: true },
      ],
    }),
    preview("morning", morningMail, {
      ...waiting,
      overviewUrl: `${site}/admin/overview`,
      overdue: [waiting],
      nearlyOverdue: [
        {
          ...waiting,
          cityName: "Antwerp",
          reference: "SAMPLE-2",
          reviewUrl: `${site}/admin/applications/2`,
        },
      ],
      mine: [
        {
          ...waiting,
          cityName: "Eindhoven",
          countryCode: "NL",
          reference: "SAMPLE-3",
          reviewUrl: `${site}/admin/applications/3`,
        },
      ],
      unassigned: 2,
      news: [],
    }),
    preview("approved", approvedMail, { ...application, cityUrl, pressText, message: null }),
    preview("approved-with-message", approvedMail, {
      ...application,
      cityUrl,
      pressText,
      message: "Your story can have a page of its own: send it to us.",
    }),
    ...Object.values(DeclineReason).map((reason) =>
      preview(`declined-${reason.replaceAll("_", "-")}`, declinedMail, {
        ...application,
        reason,
        message,
      }),
    ),
    preview("reopened", reopenedMail, application),
    preview("withdrawn", withdrawnMail, application),
    preview("appeal-received", appealReceivedMail, application),
    preview("appeal-upheld", appealUpheldMail, { ...application, answer: message }),
    preview("appeal-overturned", appealOverturnedMail, { ...application, answer: message }),
    ...secondLookSubjects.map((what) =>
      preview(`second-look-${what}`, secondLookMail, { ...waiting, what }),
    ),
    preview("confirm-ask", confirmEndorsementMail, { ...endorsement, code: "042917" }),
    preview("confirm-thanks", confirmEndorsementMail, {
      ...endorsement,
      kind: "thanks",
      code: "042917",
    }),
    preview("reminder", reminderMail, { ...endorsement, code: "042917" }),
    preview("already-counts", alreadyCountsMail, { ...endorsement, code: "042917" }),
    ...Object.values(BulletinKind).map((kind) =>
      preview(`news-${kind.replaceAll("_", "-")}`, bulletinMail, {
        ...endorsement,
        citySlug: "ghent",
        kind,
        count: 100,
      }),
    ),
    preview("spot-check", spotCheckMail, {
      ...endorsement,
      closesAt: new Date("2026-12-14"),
      answerUrl: site + href(locale, "/endorsements/still-asking/sample"),
    }),
    preview("reconfirm", reconfirmMail, membership),
    preview("reconfirm-reminder", reconfirmReminderMail, membership),
    preview("contact-changed", contactEditedMail, { ...edited, change: "changed" }),
    preview("contact-removed", contactEditedMail, { ...edited, change: "removed" }),
    preview("city-page-link", pageLinkMail, {
      ...membership,
      hours: 24,
      url: `${site}/en/city-page/sample`,
    }),
    preview("city-page-decided", pageDecidedMail, {
      ...membership,
      outcome: "partly",
      reason: message,
      url: cityUrl,
    }),
    preview("sign-in", signInMail, {
      locale,
      url: `${site}/admin/sign-in/continue?token=sample`,
      hours: 1,
    }),
    preview("invitation", invitationMail, {
      locale,
      role: "editor",
      url: `${site}/admin/sign-in`,
    }),
  ];
}
