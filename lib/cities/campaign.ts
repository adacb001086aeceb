/** Number of cities; the goal of the campaign of 28 March 2019. */
export const campaignGoal = 100;
