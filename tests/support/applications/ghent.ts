import type { Answers } from "@/lib/applications/fields";

const action = (area: string, status: "in_place" | "planned", description: string, url = "") => ({
  [`${area}-status`]: status,
  [`${area}-description`]: description,
  [`${area}-url`]: url,
});

/** What an official of Ghent types into the join form. The person is made up. */
export const answersOfGhent = {
  cityId: "2797656",
  contactName: "The Digital Officer",
  contactRole: "Digital policy officer",
  contactDepartment: "Data and Information",
  contactEmail: "digital.officer@stad.example",
  "second-name": "",
  "second-role": "",
  "second-email": "",
  mandateBody: "City council",
  "mandateDate-day": "19",
  "mandateDate-month": "10",
  "mandateDate-year": "2026",
  mandateAuthorityName: "The Mayor",
  mandateAuthorityTitle: "Mayor",
  "mandateUrl-address": "https://stad.example/besluiten/digitale-rechten",
  "mandateUrl-follows": "",
  isDecisionPublic: "",
  ...action("institutional", "in_place", "The city has a data protection office."),
  ...action("process", "planned", "The council will report on the declaration every year."),
  ...action(
    "principle_1",
    "in_place",
    "Every library lends laptops and teaches how to use them.",
    "https://stad.example/digitaal",
  ),
  ...action("principle_2", "in_place", "The data protection policy is published."),
  ...action("principle_3", "planned", "A register of the algorithms in use opens next year."),
  ...action("principle_4", "in_place", "Residents propose and vote on projects for their street."),
  ...action(
    "principle_5",
    "planned",
    "New software is bought with open standards in the contract.",
  ),
  consent: "yes",
} as Answers;
