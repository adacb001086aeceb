// Apart from the form: what a client module exports is no text for the server.

export const reviewFormId = "review-form";
