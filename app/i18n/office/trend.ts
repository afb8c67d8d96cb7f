/** English of the page that sets a survey beside earlier ones. */
export const TREND_ENGLISH = {
  "So với các đợt trước": "Against earlier surveys",
  "So với các đợt trước: {title}": "Against earlier surveys: {title}",
  "Chưa chọn đợt nào để so sánh. Đánh dấu ít nhất một đợt trước.":
    "No survey is chosen to compare with. Tick at least one earlier survey.",
  "Chưa có đợt nào trước đợt này dùng mẫu phiếu nối được với mẫu của đợt này. Hai phiên bản nối với nhau khi công bố: người công bố xác nhận từng câu là câu nào của phiên bản trước.":
    "No earlier survey used a questionnaire that is linked with this one's. Two versions are linked at publishing: whoever publishes says of each question which one of the version before it is.",
  "Không có đơn vị này.": "There is no such unit.",
  "Các đợt trước để so sánh (nhiều nhất 5)": "Earlier surveys to compare with (five at most)",
  "Đơn vị hiện nay": "Unit of today",
  "phiên bản mẫu phiếu khác": "another version of the questionnaire",
  "cách tính chỉ số khác": "another rule of the index",
  "kênh thu phiếu khác nhiều": "quite another mix of channels",
  "cách chọn người trả lời khác": "respondents chosen another way",
  "đơn vị được khảo sát khác nhiều": "quite other units surveyed",
  "địa giới, tổ chức đơn vị đã đổi": "boundaries or organisation of units changed",
  "Chỉ số chung của {unit}": "Overall index of {unit}",
  "Chỉ tính trên các câu có ở mọi đợt được so sánh, nên có thể khác con số ở trang Kết quả của từng đợt.":
    "Computed over the questions that every compared survey has, so it may differ from the Results page of each.",
  "Tỷ lệ hài lòng qua các đợt, phần trăm": "Satisfaction rate survey by survey, per cent",
  "Bảng chỉ số qua các đợt": "Table of the index survey by survey",
  "Khoảng tin cậy 95% (%)": "95% confidence interval (%)",
  "Khoảng bất định 95% (%)": "95% uncertainty interval (%)",
  "So với đợt trước": "Against the one before",
  "Điều kiện so sánh đã đổi": "What changed about the comparison",
  ", theo quy mô": ", by unit size",
  "Con số đứng trước là theo quy mô, như ở trang Kết quả; gộp phiếu ghi bên dưới.":
    "The figure that stands first is by unit size, as on the Results page; forms taken together stand below it.",
  "Con số là gộp phiếu: mỗi phiếu tính như nhau. Theo quy mô chỉ đặt cạnh nhau được khi mọi đợt đều có, trên cùng các câu và cùng đơn vị.":
    "The figures take all forms together: each form counts the same. By unit size they can only be set side by side where every survey has them, on the same questions and units.",
  "Gộp phiếu của {n} đơn vị cũ nay thuộc đơn vị này: {units}.":
    "Forms of {n} former units that are in this unit today: {units}.",
  "Không so sánh được trực tiếp: có đơn vị cũ bị chia, chỉ một phần nay thuộc đơn vị này, và phiếu cũ không cho biết thuộc phần nào.":
    "Cannot be compared directly: a former unit was divided, only a part of it is in this unit today, and old forms do not tell which part.",
  "{unit}: từ {day} chia về {units}.": "{unit}: divided on {day} among {units}.",
  "Đơn vị nhận thêm đơn vị khác từ {day}, giữa lúc thu phiếu: phiếu trước ngày ấy vẫn thuộc đơn vị cũ, không có trong con số này.":
    "The unit took in others on {day}, while the survey ran: forms of before that day stay with the former units and are not in this figure.",
  "Đã chia": "Divided",
  "“Đã chia”: đơn vị cũ bị chia nên số cũ không so sánh được, xem bảng trên.":
    "“Divided”: a former unit was divided, so old figures cannot be compared; see the table above.",
  "Đợt trước không so sánh được trực tiếp": "The survey before cannot be compared directly",
  "Không so sánh được: có đợt không công bố": "Cannot be compared: a survey is not published",
  "Không so sánh được: có đợt chưa có dữ liệu": "Cannot be compared: a survey has no data",
  "đợt đầu": "the first",
  "Kết luận về chênh lệch theo khoảng Newcombe, điều chỉnh Holm cho cả bảng. Nơi điều kiện so sánh đã đổi, chênh lệch có thể do điều kiện đó chứ không do dịch vụ.":
    "Differences are judged by Newcombe's interval, adjusted after Holm for the whole table. Where something about the comparison changed, the difference may come from that and not from the service.",
  "Không so sánh được": "Cannot be compared",
  "{difference} điểm phần trăm ({low} đến {high})": "{difference} percentage points ({low} to {high})",
  "Theo câu hỏi": "By question",
  "Bảng tỷ lệ hài lòng theo câu hỏi qua các đợt": "Table of satisfaction rates by question, survey by survey",
  "Đợt này so với đợt ngay trước": "This survey against the one before",
  "Lời hỏi có đổi giữa các đợt": "Worded differently in some of the surveys",
  "{n} câu không có ở mọi đợt, không đưa vào so sánh": "{n} questions that not every survey has, left out",
  "◆ Điều kiện so sánh với đợt ngay trước đã đổi: xem cột cuối của bảng.":
    "◆ The ground of comparison with the survey before has changed: see the last column of the table.",
} as const;
