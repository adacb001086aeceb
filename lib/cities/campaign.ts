/** The number of cities that the campaign of 28 March 2019 set out to bring together. */
export const campaignGoal = 100;
