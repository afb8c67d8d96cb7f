import { DRAFT_PROBLEMS_ENGLISH } from "./draft-problems";

/** English of officers' phrases: questionnaires. */
export const QUESTIONNAIRES_ENGLISH = {
  ...DRAFT_PROBLEMS_ENGLISH,
  "Nội dung không phải JSON": "The content is not JSON",
  "Có mục không thuộc mẫu phiếu: {keys}": "There are entries that no form has: {keys}",
  "Quá dài hoặc quá nhiều dòng": "Too long, or too many lines",
  "Chỉ nhận một trong các giá trị: {values}": "Only one of these values is taken: {values}",
  "Thiếu, hoặc không đúng kiểu dữ liệu": "Missing, or of the wrong type",
  "Soạn mẫu phiếu": "Write a questionnaire",
  "Bước 1/2. Chọn cách bắt đầu.": "Step 1 of 2. Choose how to begin.",
  "Phiếu mới": "A new form",
  "Có sẵn thang đo 5 mức hài lòng, một nội dung và một câu hỏi để soạn tiếp.":
    "With a five-level scale of satisfaction, one domain and one question to go on from.",
  "Nạp từ tệp": "From a file",
  "Tệp mẫu phiếu (JSON) tải từ hệ thống Hài Lòng của nơi khác.":
    "A questionnaire file (JSON) taken from another place's Hài Lòng.",
  "Từ mẫu có sẵn": "From an existing form",
  "Mẫu chính thức giữ nguyên; bản sửa của địa phương thành một biến thể có tên riêng. Mẫu do cơ quan soạn thành phiên bản tiếp theo.":
    "Official forms stay as they are; a local change becomes a variant with its own name. A form of your own office gets its next version.",
  "Mẫu chính thức": "Official form",
  "Bước 2/2. Bắt đầu từ:": "Step 2 of 2. Beginning from:",
  "Bước 2/2.": "Step 2 of 2.",
  "chọn cách khác": "choose another way",
  "Xem mẫu phiếu đã có": "See the form that is here already",
  "Bản nháp sẽ là phiên bản tiếp theo của mẫu này (sau phiên bản {n}). Đợt khảo sát đang chạy vẫn dùng phiên bản cũ.":
    "The draft will become the next version of this form (after version {n}). Surveys in the field keep the version they have.",
  "Mẫu này giữ nguyên. Bản sửa thành một biến thể có tên và mã riêng; câu nguyên văn được khóa, muốn sửa câu nào thì mở khóa câu ấy.":
    "This form stays as it is. What you change becomes a variant with a name and code of its own; questions in the original wording are locked, and you unlock the ones you want to change.",
  "Tệp mẫu phiếu (.json)": "Questionnaire file (.json)",
  "Lớn nhất 512 KB.": "512 KB at most.",
  "Tên biến thể": "Name of the variant",
  "Chỉ dùng khi mã trong tệp là mã của mẫu chính thức hoặc của cơ quan khác.":
    "Only used when the code in the file is that of an official form or of another office.",
  "Đứng cạnh tên mẫu phiếu trong các danh sách.": "Stands beside the form's title in lists.",
  "Cơ quan soạn": "Office that writes it",
  "Cán bộ của cơ quan này và cấp trên của nó sửa được bản nháp.":
    "Officers of this office and of those above it can change the draft.",
  "Chỗ chưa đúng trong tệp": "What is wrong in the file",
  "và {n} chỗ khác": "and {n} more",
  "Chọn cơ quan soạn trong phạm vi và lĩnh vực của tài khoản":
    "Choose an office within the scope and sector of your account",
  "Không có mẫu phiếu này": "There is no such form",
  "Hệ thống đã có đúng mẫu phiếu này: không cần nạp lại": "This very form is here already: no need to load it again",
  "Tên mẫu phiếu phải có ít nhất 5 ký tự": "The title needs at least 5 characters",
  "Tên mẫu phiếu dài quá 200 ký tự": "The title is longer than 200 characters",
  "Chọn lĩnh vực": "Choose a sector",
  "Đặt tên cho biến thể, ví dụ theo tên tỉnh": "Give the variant a name, for instance after the province",
  "Tên biến thể dài quá 80 ký tự": "The variant's name is longer than 80 characters",
  "Tệp không phải JSON: chọn tệp mẫu phiếu tải từ hệ thống Hài Lòng":
    "The file is not JSON: choose a questionnaire file taken from Hài Lòng",
  "Tệp có chỗ chưa đúng: sửa theo danh sách bên dưới rồi nạp lại":
    "Some places in the file are wrong: correct them by the list below and load it again",
  "Chọn cơ quan soạn": "Choose the office that writes it",
  "Chọn một tệp mẫu phiếu (.json)": "Choose a questionnaire file (.json)",
  "Tệp lớn quá 512 KB: đây không phải tệp mẫu phiếu": "The file is larger than 512 KB: this is no questionnaire file",
  "Thiếu, thừa hoặc không đúng kiểu dữ liệu": "Missing, too much, or of the wrong type",
  "Công bố mẫu phiếu": "Publish the questionnaire",
  "Chưa công bố được: còn {n} chỗ phải sửa": "Cannot be published yet: {n} places to put right",
  "Mở trình soạn để sửa": "Open the editor",
  "{n} điều nên xem lại (vẫn công bố được)": "{n} things worth another look (publishing is still possible)",
  "Xem phiên bản đã công bố": "See the published version",
  "Biến thể của “{title}”: {verbatim} câu nguyên văn, {changed} câu sửa, {added} câu thêm, {dropped} câu bỏ.":
    "Variant of “{title}”: {verbatim} questions verbatim, {changed} changed, {added} added, {dropped} dropped.",
  "Thay đổi so với “{title}”, phiên bản {n}": "Changes against “{title}”, version {n}",
  "Không câu hỏi nào thay đổi.": "No question has changed.",
  "Liên kết cho biết số liệu câu nào so được với câu nào của bản trước. Hệ thống đã đề xuất theo mã và câu chữ; xin xem lại từng câu.":
    "A link tells which question's figures may be compared with which of the version before. They are proposed from codes and wording; please look at each.",
  "Câu bị bỏ": "Questions dropped",
  "{n} câu giữ nguyên": "{n} questions unchanged",
  "Đây là phiên bản đầu tiên: không có bản trước để so.":
    "This is the first version: there is none before to compare with.",
  "Công bố xong, câu chữ của phiên bản này không sửa được nữa. Muốn sửa thì soạn phiên bản mới. Đợt khảo sát đang chạy vẫn dùng phiên bản của nó.":
    "Once published, the wording of this version can no longer be changed; a change takes a new version. Surveys in the field keep the version they have.",
  "Đang công bố…": "Publishing…",
  "Công bố": "Publish",
  "Quay lại soạn": "Back to the editor",
  "bỏ:": "gone:",
  "thêm:": "added:",
  "sửa câu chữ": "reworded",
  "đổi thang đo hoặc lựa chọn": "scale or options changed",
  "đổi yếu tố, điều kiện hoặc tùy chọn": "factor, condition or settings changed",
  "đổi mã (trước là {code})": "code changed (was {code})",
  "chuyển chỗ": "moved",
  "câu mới": "new question",
  "Liên kết của câu {name}": "Link of question {name}",
  "Giữ nguyên: so được với câu {name} của bản trước": "Same: comparable with question {name} of the version before",
  "Chỉ hỏi khi câu {name} «{text}» là: {answers}": "Asked only if question {name} “{text}” is: {answers}",
  "Sửa lời: so với câu {name} của bản trước phải thận trọng":
    "Reworded: compare with question {name} of the version before with care",
  "Câu mới: không so với bản trước": "New: not compared with the version before",
  "Thay cho câu {name} của bản trước": "In place of question {name} of the version before",
  "Không có bản nháp này trong phạm vi của tài khoản": "There is no such draft within the scope of your account",
  "Bản nháp còn lỗi: sửa hết lỗi rồi công bố": "The draft still has errors: put them right, then publish",
  "Mẫu phiếu giống hệt một phiên bản đã công bố: không có gì mới để công bố":
    "The form equals a published version: there is nothing new to publish",
  "Bản nháp vừa được lưu lại ở nơi khác: xem lại các thay đổi rồi công bố":
    "The draft was just saved elsewhere: look at the changes again, then publish",
  "Mã «{code}» đã là mã của mẫu phiếu khác: mở trình soạn và đổi mã mẫu phiếu":
    "The code «{code}» belongs to another form: open the editor and change the form's code",
  "Chọn lại liên kết của câu {name}": "Choose the link of question {name} again",
  "Câu {one} và câu {other} cùng nối với câu {before} của bản trước: chỉ một câu được nối":
    "Questions {one} and {other} are both linked to question {before} of the version before: only one may be",
  "Câu {name} không thể là “giữ nguyên” vì thang đo, lựa chọn hoặc kiểu trả lời đã đổi":
    "Question {name} cannot be “same” because its scale, options or type have changed",
  "Câu hỏi không tính chỉ số": "Questions outside the index",
  "(tính là hài lòng)": "(counted as satisfied)",
  "(không tính vào tỷ lệ)": "(outside the rate)",
  "bắt buộc": "required",
  "Chọn nhiều:": "Choose several:",
  "Ý kiến viết, tối đa {n} ký tự": "Written comment, {n} characters at most",
  "Tình trạng": "State",
  "Đã đối chiếu với {document}": "Checked against {document}",
  "Mẫu phiếu chưa có bản tiếng Anh: người đọc tiếng Anh sẽ thấy tiếng Việt.":
    "The form has no English yet: readers of English will see the Vietnamese.",
  "Chưa đối chiếu bản gốc": "Not checked against the original",
  "Mẫu của hệ thống, không có bản gốc": "The platform's own form, no original",
  "Phiên bản": "Version",
  "Số câu hỏi": "Questions",
  "Số tiêu chí tính chỉ số": "Questions in the index",
  "Cách tính chỉ số chung": "Rule of the overall index",
  "Tính chung trên mọi câu trả lời": "All answers pooled",
  "Trung bình của các tiêu chí": "Mean of the questions",
  "Trung bình của các yếu tố": "Mean of the factors",
  "Theo trọng số định sẵn của từng phần": "By fixed weights of the domains",
  "Tạo đợt khảo sát từ mẫu này": "Create a survey with this form",
  "Sửa hoặc thêm câu hỏi (bản của địa phương)": "Change or add questions (local edition)",
  "Soạn bản mới": "Write a new version",
  "Mẫu này chỉ giữ cấu trúc để so sánh giữa các năm, không dùng để thu phiếu.":
    "This form is kept as structure only, for comparing years; no survey collects with it.",
  "Nguồn:": "Source:",
  "Tệp mẫu phiếu": "Questionnaire file",
  "Dành cho người quản trị kỹ thuật: kiểm tra tệp còn nguyên vẹn":
    "For the technical administrator: check that the file is whole",
  "Hai mẫu phiếu có cùng mã này thì giống hệt nhau (SHA-256 của nội dung mẫu phiếu).":
    "Two forms with this code are identical (SHA-256 of the form's content).",
  "Tải tệp mẫu phiếu (JSON)": "Download the questionnaire file (JSON)",
  "Dùng cho phần mềm phân tích hoặc để chuyển mẫu sang hệ thống khác.":
    "For analysis software, or to carry the form to another system.",
  "Xem mẫu chính thức": "See the official form",
  "So với bản trước: {same} câu giữ nguyên, {reworded} câu sửa lời, {added} câu mới, {dropped} câu bỏ.":
    "Against the version before: {same} questions the same, {reworded} reworded, {added} new, {dropped} dropped.",
  "Các phiên bản khác": "Other versions",
  "Các biến thể": "Variants",
  "Đợt khảo sát dùng phiên bản này": "Surveys that use this version",
  "Phiên bản {n}, công bố ngày {day}": "Version {n}, published on {day}",
  "Đối chiếu bản gốc": "Check against the original",
  "Đã đối chiếu bản gốc: {document}; người đối chiếu: {name}, ngày {day}.":
    "Checked against the original: {document}; by {name} on {day}.",
  "Chưa ai ghi là đã đối chiếu câu chữ với bản có chữ ký.":
    "Nobody has recorded a check of the wording against the signed original.",
  "hệ thống": "the platform",
  "đã đối chiếu với {document}": "checked against {document}",
  "rút lại, vì: {reason}": "taken back, because: {reason}",
  "Ghi đã đối chiếu…": "Record a check…",
  "Chỉ ghi khi đã so từng câu với văn bản có chữ ký: văn bản ban hành mẫu chính thức, hoặc quyết định, kế hoạch ban hành mẫu do cơ quan soạn. Tên tài khoản của bạn được lưu cùng.":
    "Record it only when every question was compared with the signed document: the one that issued the official form, or the decision or plan that issued a form written by an office. Your account's name is kept with it.",
  "Số, ký hiệu, ngày của văn bản gốc": "Number, symbol and date of the original document",
  "Ví dụ: Quyết định 56/QĐ-BYT ngày 08/01/2024, Mẫu số 2":
    "For instance: Quyết định 56/QĐ-BYT ngày 08/01/2024, Mẫu số 2",
  "Ngày đối chiếu": "Day of the check",
  "Ghi chú (không bắt buộc)": "Note (optional)",
  "Ghi đã đối chiếu bản gốc": "Record the check",
  "Rút lại việc đối chiếu…": "Take the check back…",
  "Lần đối chiếu rút lại vẫn còn trong danh sách trên, cùng lý do.":
    "The check that is taken back stays in the list above, with the reason.",
  "Lần đối chiếu": "Check",
  "Rút lại": "Take back",
  "Đã công bố. Bước tiếp theo: tạo đợt khảo sát từ mẫu này, tải tệp mẫu phiếu hoặc in phiếu giấy ở cuối trang.":
    "Published. Next: create a survey with this form, or download the questionnaire file or print the paper form at the end of the page.",
  "Đã ghi việc đối chiếu bản gốc.": "The check against the original is recorded.",
  "Đã rút lại việc đối chiếu.": "The check was taken back.",
  "Ghi lý do rút lại, ít nhất 5 ký tự": "Give the reason for taking it back, at least 5 characters",
  "Lý do dài quá 1000 ký tự": "The reason is longer than 1000 characters",
  "Lần đối chiếu này không còn, hoặc do người khác ghi: chỉ người đã ghi và quản trị rút lại được":
    "This check is gone, or somebody else recorded it: only they and an administrator may take it back",
  "Ghi số, ký hiệu và ngày của văn bản gốc": "Give the number, symbol and date of the original document",
  "Số, ký hiệu văn bản dài quá 300 ký tự": "The document's name is longer than 300 characters",
  "Ngày đối chiếu không hợp lệ": "The day of the check is not a date",
  "Ngày đối chiếu không thể sau hôm nay": "The day of the check cannot be after today",
  "Ghi chú dài quá 1000 ký tự": "The note is longer than 1000 characters",
  "Mẫu phiếu khảo sát": "Questionnaires",
  "Câu chữ của các mẫu phiếu chính thức lấy từ nguồn ghi cạnh từng mẫu và chưa được so với bản có chữ ký. Cơ quan chủ trì cần đối chiếu bản gốc trước khi dùng.":
    "The wording of official forms comes from the source beside each of them and was not compared with a signed copy. The office in charge should check it against the original before use.",
  "Tìm mẫu phiếu": "Find a form",
  "Theo tên, mã, nguồn; không cần gõ dấu.": "By title, code or source; accents are not needed.",
  "Xem tất cả": "Show all",
  "Không có mẫu phiếu nào khớp với “{words}”.": "No form matches “{words}”.",
  "Bản nháp đang soạn": "Drafts being written",
  "(chưa đặt tên)": "(untitled)",
  "từ “{title}”, phiên bản {n}": "from “{title}”, version {n}",
  "{name} sửa lần cuối ngày {day}": "last changed by {name} on {day}",
  "Sửa lần cuối ngày {day}": "Last changed on {day}",
  "Soạn tiếp": "Go on writing",
  "Xem thay đổi và công bố": "See changes and publish",
  "Mẫu do cơ quan soạn": "Written by an office",
  "Đã đối chiếu bản gốc": "Checked against the original",
  "Chỉ để so sánh các năm": "For comparing years only",
  "{n} phiên bản trước": "{n} earlier versions",

  // What to do with a version that was just published
  "Dùng mẫu vừa công bố": "Use the form just published",
  "Dùng cho bản nháp “{title}”": "Use for the draft “{title}”",
  "Mẫu phiếu của bản nháp đổi sang mẫu này; mọi thứ khác giữ nguyên.":
    "The draft's form changes to this one; all else stays.",
  "Lập lại đợt “{title}” với mẫu này": "Repeat “{title}” with this form",
  "Đơn vị, điểm khảo sát, cỡ mẫu và kế hoạch đi theo; ngày dời sang năm sau.":
    "Units, collection points, sample sizes and plan come along; days move to the next year.",
  "Tạo đợt khảo sát mới với mẫu này": "Create a new survey with this form",
} as const;
