/** Name of the file of comments, which reports give, since they quote none. */
export function commentsFileName(surveyId: number, extension: "xlsx" | "csv" = "xlsx"): string {
  return `y-kien-dot-${surveyId}.${extension}`;
}
