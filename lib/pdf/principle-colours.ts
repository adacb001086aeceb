/** Of the five principles, as they stand on paper: app/theme.css has them for both themes. */
export const principleColours = ["#003356", "#706199", "#9f2b00", "#570012", "#007045"] as const;
