import { DRAFT_PROBLEMS_ENGLISH } from "./draft-problems";

/** English of officers' phrases: questionnaires. */
export const QUESTIONNAIRES_ENGLISH = {
  ...DRAFT_PROBLEMS_ENGLISH,
  "Nội dung không phải JSON": "The content is not JSON",
  "Có mục không thuộc mẫu phiếu: {keys}": "There are entries that no form has: {keys}",
  "Quá dài hoặc quá nhiều dòng": "Too long, or too many lines",
  "Chỉ nhận một trong các giá trị: {values}": "Only one of these values is taken: {values}",
  "Thiếu, hoặc không đúng kiểu dữ liệu": "Missing, or of the wrong type",
  "Mẫu phiếu": "Questionnaires",
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
  "Tên mẫu phiếu": "Title of the form",
  "Lĩnh vực": "Sector",
  "Chọn…": "Choose…",
  "Tệp mẫu phiếu (.json)": "Questionnaire file (.json)",
  "Lớn nhất 512 KB.": "512 KB at most.",
  "Tên biến thể": "Name of the variant",
  "Chỉ dùng khi mã trong tệp là mã của mẫu chính thức hoặc của cơ quan khác.":
    "Only used when the code in the file is that of an official form or of another office.",
  "Đứng cạnh tên mẫu phiếu trong các danh sách.": "Stands beside the form's title in lists.",
  "Cơ quan soạn": "Office that writes it",
  "Cán bộ của cơ quan này và cấp trên của nó sửa được bản nháp.":
    "Officers of this office and of those above it can change the draft.",
  "Đang tạo…": "Creating…",
  "Tạo bản nháp": "Create the draft",
  Hủy: "Cancel",
  "Chỗ chưa đúng trong tệp": "What is wrong in the file",
  "và {n} chỗ khác": "and {n} more",
  "Mẫu phiếu thuộc lĩnh vực khác với lĩnh vực của tài khoản": "The form belongs to another sector than your account",
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
  "Lời giới thiệu": "Introduction",
  Nguồn: "Source",
  "Nội dung": "Domains",
  "Yếu tố": "Factors",
  "Cách tính chỉ số": "Rule of the index",
  "bỏ:": "gone:",
  "thêm:": "added:",
  "sửa câu chữ": "reworded",
  "đổi thang đo hoặc lựa chọn": "scale or options changed",
  "đổi yếu tố, điều kiện hoặc tùy chọn": "factor, condition or settings changed",
  "đổi mã (trước là {code})": "code changed (was {code})",
  "chuyển chỗ": "moved",
  "câu mới": "new question",
  "Liên kết": "Link",
  "Liên kết của câu {code}": "Link of question {code}",
  "Giữ nguyên: so được với {code}": "Same: comparable with {code}",
  "Sửa lời: so với {code} phải thận trọng": "Reworded: compare with {code} with care",
  "Câu mới: không so với bản trước": "New: not compared with the version before",
  "Thay cho câu {code}": "In place of question {code}",
  "Không có bản nháp này trong phạm vi của tài khoản": "There is no such draft within the scope of your account",
  "Bản nháp còn lỗi: sửa hết lỗi rồi công bố": "The draft still has errors: put them right, then publish",
  "Mẫu phiếu giống hệt một phiên bản đã công bố: không có gì mới để công bố":
    "The form equals a published version: there is nothing new to publish",
  "Bản nháp vừa được lưu lại ở nơi khác: xem lại các thay đổi rồi công bố":
    "The draft was just saved elsewhere: look at the changes again, then publish",
  "Mã «{code}» đã là mã của mẫu phiếu khác: mở trình soạn và đổi mã mẫu phiếu":
    "The code «{code}» belongs to another form: open the editor and change the form's code",
  "Chọn lại liên kết của câu «{code}»": "Choose the link of question «{code}» again",
  "Câu «{one}» và câu «{other}» cùng nối với câu «{before}» của bản trước: chỉ một câu được nối":
    "Questions «{one}» and «{other}» are both linked to question «{before}» of the version before: only one may be",
  "Câu «{code}» không thể là “giữ nguyên” vì thang đo, lựa chọn hoặc kiểu trả lời đã đổi":
    "Question «{code}» cannot be “same” because its scale, options or type have changed",
} as const;
