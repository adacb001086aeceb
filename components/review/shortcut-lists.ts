import { evidenceCriteria } from "@/lib/applications/review/decisions";

// What stands in the help sheet: the keys are the `data-shortcut` of what they lead to.

export const overviewKeys = [{ keys: ["u"], does: "Go to the queue" }];

export const queueKeys = [
  { keys: ["t"], does: "Go to “Take the next”; Enter takes it" },
  { keys: ["j", "k"], does: "Down and up in the list; Enter opens" },
  { keys: ["/"], does: "Search" },
];

export const applicationKeys = [
  { keys: evidenceCriteria.map((_, index) => String(index + 1)), does: "Tick or untick evidence" },
  { keys: ["a"], does: "Go to “Approve”; Enter approves" },
  { keys: ["c"], does: "Ask for changes" },
  { keys: ["d"], does: "Decline" },
  { keys: ["r"], does: "Reopen" },
  { keys: ["o"], does: "Open the next after the decision, or not" },
  { keys: ["s"], does: "Go to “Save the ticks only”" },
  { keys: ["t"], does: "Go to “Take it” or “Give it back”" },
  { keys: ["n", "p"], does: "Next and previous application" },
  { keys: ["u"], does: "Back to the queue" },
];
