/** English of what stands between a draft and a publishable form (app/questionnaires/draft-problems.ts). */
export const DRAFT_PROBLEMS_ENGLISH = {
  "Mẫu phiếu chưa có mã: đặt một mã ngắn, ví dụ phieu-tiep-dan":
    "The form has no code: give it a short one, such as phieu-tiep-dan",
  "Mã mẫu phiếu dài quá 200 ký tự": "The form's code is longer than 200 characters",
  "Mẫu phiếu chưa có tên: nhập tên tiếng Việt": "The form has no title: enter one in Vietnamese",
  "Chưa ghi nguồn: cho biết mẫu phiếu theo văn bản nào hay do cơ quan nào soạn":
    "No source is given: say which document the form follows or which office wrote it",
  "Lời giới thiệu mới có tiếng Anh: nhập thêm tiếng Việt": "The introduction is in English only: add the Vietnamese",
  "Tên phiếu chưa có bản tiếng Anh: người đọc tiếng Anh sẽ thấy tiếng Việt":
    "The form's title has no English yet: readers of English will see the Vietnamese",
  "Lời giới thiệu chưa có bản tiếng Anh: người đọc tiếng Anh sẽ thấy tiếng Việt":
    "The introduction has no English yet: readers of English will see the Vietnamese",
  "Lời hỏi của câu {name} chưa có bản tiếng Anh: người đọc tiếng Anh sẽ thấy tiếng Việt":
    "The wording of question {name} has no English yet: readers of English will see the Vietnamese",
  "Gợi ý của câu {name} chưa có bản tiếng Anh: người đọc tiếng Anh sẽ thấy tiếng Việt":
    "The hint of question {name} has no English yet: readers of English will see the Vietnamese",
  "Lựa chọn thứ {n} của câu {name} chưa có bản tiếng Anh: người đọc tiếng Anh sẽ thấy tiếng Việt":
    "Option {n} of question {name} has no English yet: readers of English will see the Vietnamese",
  "Mức thứ {n} của thang đo {code} chưa có bản tiếng Anh: người đọc tiếng Anh sẽ thấy tiếng Việt":
    "Level {n} of scale {code} has no English yet: readers of English will see the Vietnamese",
  "Tên nội dung {code} chưa có bản tiếng Anh: người đọc tiếng Anh sẽ thấy tiếng Việt":
    "The name of domain {code} has no English yet: readers of English will see the Vietnamese",
  "Tên yếu tố {code} chưa có bản tiếng Anh: người đọc tiếng Anh sẽ thấy tiếng Việt":
    "The name of factor {code} has no English yet: readers of English will see the Vietnamese",
  "Thang đo chưa có mã: đặt một mã ngắn": "A scale has no code: give it a short one",
  "Hai thang đo cùng mã «{code}»: đổi một mã": "Two scales share the code «{code}»: change one",
  "Mã thang đo «{code}» không dùng được: chỉ dùng chữ cái không dấu, chữ số và gạch dưới, bắt đầu bằng chữ cái, dài nhất 32 ký tự":
    "The scale code «{code}» cannot be used: unaccented letters, digits and underscores only, a letter first, 32 characters at most",
  "Thang đo «{code}» có {n} mức được tính: cần từ 2 đến 11 mức":
    "Scale «{code}» has {n} counted levels: 2 to 11 are needed",
  "Một mức của thang đo «{code}» vừa hài lòng vừa không tính: bỏ một dấu":
    "A level of scale «{code}» is both satisfied and excluded: untick one",
  "Một dòng của {place} chưa có giá trị là số nguyên: nhập một số":
    "A line of {place} has no whole number as its value: enter one",
  "Giá trị {value} của {place} bị lặp: đổi thành số khác":
    "The value {value} of {place} comes twice: choose another number",
  "Lựa chọn thứ {n} của câu {name} chưa có nhãn: nhập câu chữ người dân sẽ đọc":
    "Option {n} of question {name} has no label: enter the words that people will read",
  "Mức thứ {n} của thang đo {code} chưa có nhãn: nhập câu chữ người dân sẽ đọc":
    "Level {n} of scale {code} has no label: enter the words that people will read",
  "Nội dung chưa có mã: đặt một mã ngắn": "A domain has no code: give it a short one",
  "Hai nội dung cùng mã «{code}»: đổi một mã": "Two domains share the code «{code}»: change one",
  "Mã nội dung «{code}» không dùng được: chỉ dùng chữ cái không dấu, chữ số và gạch dưới, bắt đầu bằng chữ cái, dài nhất 32 ký tự":
    "The domain code «{code}» cannot be used: unaccented letters, digits and underscores only, a letter first, 32 characters at most",
  "Yếu tố chưa có mã: đặt một mã ngắn": "A factor has no code: give it a short one",
  "Hai yếu tố cùng mã «{code}»: đổi một mã": "Two factors share the code «{code}»: change one",
  "Mã yếu tố «{code}» không dùng được: chỉ dùng chữ cái không dấu, chữ số và gạch dưới, bắt đầu bằng chữ cái, dài nhất 32 ký tự":
    "The factor code «{code}» cannot be used: unaccented letters, digits and underscores only, a letter first, 32 characters at most",
  "Nội dung «{code}» chưa có tên: báo cáo sẽ ghi mã thay cho tên":
    "Domain «{code}» has no name: reports will print its code instead",
  "Yếu tố «{code}» chưa có tên: báo cáo sẽ ghi mã thay cho tên":
    "Factor «{code}» has no name: reports will print its code instead",
  "Nội dung «{code}» mới có tên tiếng Anh: nhập thêm tên tiếng Việt":
    "Domain «{code}» has an English name only: add the Vietnamese",
  "Yếu tố «{code}» mới có tên tiếng Anh: nhập thêm tên tiếng Việt":
    "Factor «{code}» has an English name only: add the Vietnamese",
  "Yếu tố «{code}» thuộc nội dung «{domain}» không có trong phiếu: chọn lại nội dung":
    "Factor «{code}» belongs to domain «{domain}», which the form does not have: choose the domain again",
  "Yếu tố «{code}» chưa thuộc nội dung nào: chọn nội dung để tính chỉ số theo nội dung":
    "Factor «{code}» belongs to no domain: choose one to get indices by domain",
  "Trọng số của nội dung «{domain}» phải là số từ 0 trở lên":
    "The weight of domain «{domain}» must be a number from 0 up",
  "Cách tính theo trọng số cần một trọng số cho mỗi nội dung": "Fixed weights need a weight for every domain",
  "Nội dung «{domain}» chưa có trọng số: nhập một số": "Domain «{domain}» has no weight: enter a number",
  "Có trọng số cho nội dung «{domain}» không có trong phiếu: bỏ trọng số này":
    "There is a weight for domain «{domain}», which the form does not have: remove it",
  "Các trọng số cộng lại bằng {sum}: sửa để tổng bằng 1":
    "The weights add up to {sum}: change them so that they sum to 1",
  "Phiếu chưa có câu hỏi nào: thêm ít nhất một câu": "The form has no question: add at least one",
  "Câu {name} chưa có mã: đặt một mã ngắn, ví dụ A1": "Question {name} has no code: give it a short one, such as A1",
  "Hai câu hỏi cùng mã «{code}»: đổi một mã": "Two questions share the code «{code}»: change one",
  "Mã câu hỏi «{code}» không dùng được: chỉ dùng chữ cái không dấu, chữ số và gạch dưới, bắt đầu bằng chữ cái, dài nhất 32 ký tự":
    "The question code «{code}» cannot be used: unaccented letters, digits and underscores only, a letter first, 32 characters at most",
  "Mã «{code}» dành cho tệp số liệu: đặt mã khác cho câu này":
    "The code «{code}» is kept for data files: give this question another one",
  "Câu {name} chưa có lời hỏi: nhập tiếng Việt": "Question {name} has no wording: enter it in Vietnamese",
  "Gợi ý của câu {name} mới có tiếng Anh: nhập thêm tiếng Việt":
    "The hint of question {name} is in English only: add the Vietnamese",
  "Câu {name} chưa có lựa chọn nào: thêm ít nhất một": "Question {name} has no options: add at least one",
  "Số ký tự tối đa của câu {name} phải là số nguyên từ 1 trở lên":
    "The longest answer to question {name} must be a whole number from 1 up",
  "Câu {name} chưa có thang đo: chọn một thang đo của phiếu":
    "Question {name} has no scale: choose one of the form's scales",
  "Câu {name} không đảo chiều được vì các mức của thang đo không cách đều: bỏ dấu đảo chiều":
    "Question {name} cannot be reversed because the levels of its scale are uneven: untick reversed",
  "Câu {name} hỏi mức hài lòng mà chưa thuộc yếu tố nào: chọn yếu tố, nếu không câu này không vào chỉ số":
    "Question {name} asks for satisfaction but belongs to no factor: choose one, or it stays out of the index",
  "Câu {name} thuộc yếu tố «{factor}» không có trong phiếu: chọn lại yếu tố":
    "Question {name} belongs to factor «{factor}», which the form does not have: choose the factor again",
  "Câu {name} tính vào chỉ số mà thang đo chưa có mức nào là hài lòng: đánh dấu mức hài lòng":
    "Question {name} enters the index but its scale has no satisfied level: mark the satisfied levels",
  "Câu {name} thuộc yếu tố chưa nằm trong nội dung nào: cách tính theo trọng số cần nội dung":
    "Question {name} belongs to a factor outside any domain: fixed weights need the domain",
  "Câu {name} có giá trị nhỏ nhất lớn hơn giá trị lớn nhất: sửa một trong hai":
    "Question {name} has a smallest value above its largest: change one of them",
  "Câu {name} có điều kiện hiện mà chưa chọn câu hỏi: chọn một câu đứng trước":
    "Question {name} has a condition without a question: choose an earlier one",
  "Câu {name} sẽ không bao giờ hiện vì điều kiện của nó hỏi ở câu {source} không đứng trước: chuyển câu ấy lên trước hoặc chọn câu khác":
    "Question {name} will never be shown because its condition looks at question {source}, which does not stand before it: move that one up or choose another",
  "Câu {name} sẽ không bao giờ hiện vì không có câu {source} mà điều kiện nhắc tới: chọn câu khác":
    "Question {name} will never be shown because there is no question {source} that its condition names: choose another",
  "Câu {name} hiện theo câu {source} không có lựa chọn để so: chọn câu có lựa chọn sẵn":
    "Question {name} depends on question {source}, which has no options to compare: choose a question with options",
  "Câu {name} sẽ không bao giờ hiện vì chưa chọn câu trả lời nào ở câu {source}: chọn ít nhất một":
    "Question {name} will never be shown because no answer of question {source} is chosen: choose at least one",
  "Câu {name} chỉ hiện theo câu {source} mà câu ấy không bao giờ hiện: sửa câu ấy trước":
    "Question {name} depends on question {source}, which is never shown: put that one right first",
  "Điều kiện của câu {name} nhắc giá trị {value} mà câu {source} không có: bỏ giá trị ấy":
    "The condition of question {name} names the value {value}, which question {source} does not have: remove it",
} as const;
