"""The words that the corpora are made of, and the sentences made of them."""
import unicodedata

PROVINCES = [
    "Hà Nội", "Huế", "Lai Châu", "Điện Biên", "Sơn La", "Lạng Sơn", "Quảng Ninh", "Thanh Hóa",
    "Nghệ An", "Hà Tĩnh", "Cao Bằng", "Tuyên Quang", "Lào Cai", "Thái Nguyên", "Phú Thọ",
    "Bắc Ninh", "Hưng Yên", "Hải Phòng", "Ninh Bình", "Quảng Trị", "Đà Nẵng", "Quảng Ngãi",
    "Gia Lai", "Khánh Hòa", "Lâm Đồng", "Đắk Lắk", "Thành phố Hồ Chí Minh", "Đồng Nai",
    "Tây Ninh", "Cần Thơ", "Vĩnh Long", "Đồng Tháp", "Cà Mau", "An Giang",
]
TOPICS = [
    "Định danh điện tử", "Thanh toán số", "An toàn thông tin", "Dịch vụ công trực tuyến",
    "Kỹ năng điện thoại thông minh", "Thư điện tử", "Mua bán trên mạng", "Trợ lý trí tuệ nhân tạo",
    "Sổ sức khỏe điện tử", "Học liệu mở", "Nhận biết tin giả", "Bảo vệ trẻ em trên mạng",
]
AUDIENCES = [
    "hoc-sinh", "sinh-vien", "nguoi-cao-tuoi", "can-bo-cong-chuc", "tieu-thuong", "nong-dan",
    "dong-bao-dan-toc", "cong-nhan",
]
MODELS = [
    "to-cong-nghe-so-cong-dong", "gia-dinh-so", "cho-so-nong-thon", "cong-dan-so",
    "di-tung-ngo-go-tung-nha", "lop-hoc-buoi-toi", "doi-hinh-thanh-nien", "truong-hoc-so",
    "don-vi-dien-hinh", "sinh-vien-tinh-nguyen", "thu-vien-luu-dong", "hop-tac-xa-so",
]
SUBJECTS = [
    "Ủy ban nhân dân cấp xã", "Tổ công nghệ số cộng đồng", "Sở Khoa học và Công nghệ",
    "Đoàn Thanh niên", "Hội Liên hiệp Phụ nữ", "Ban Chỉ đạo chuyển đổi số của tỉnh",
    "Các trường phổ thông trên địa bàn", "Công an cấp xã", "Trung tâm học tập cộng đồng",
    "Hội Người cao tuổi", "Mỗi thôn, bản, tổ dân phố", "Các doanh nghiệp viễn thông",
    "Bưu điện tỉnh", "Thư viện tỉnh", "Đội hình tình nguyện", "Hội Nông dân",
]
VERBS = [
    "tổ chức", "chủ trì, phối hợp triển khai", "rà soát và cập nhật", "hướng dẫn người dân thực hiện",
    "duy trì thường xuyên", "biên soạn, phát hành", "đánh giá kết quả của", "bảo đảm điều kiện cho",
    "vận động các hộ gia đình tham gia", "bố trí nhân lực phục vụ", "công khai tiến độ của",
    "báo cáo định kỳ hằng tháng về",
]
OBJECTS = [
    "các lớp học kỹ năng số cơ bản", "việc kích hoạt tài khoản định danh điện tử mức độ hai",
    "điểm hỗ trợ dịch vụ công trực tuyến tại nhà văn hóa", "bộ tài liệu hướng dẫn bằng hình ảnh",
    "ngày hội hưởng ứng chuyển đổi số quốc gia 10/10", "các buổi thực hành thanh toán không dùng tiền mặt",
    "mô hình lớp học buổi tối cho người lao động", "chương trình phổ cập kỹ năng an toàn trên mạng",
    "nền tảng học trực tuyến đại chúng mở", "kho bài giảng ngắn dành cho người mới bắt đầu",
    "hoạt động cầm tay chỉ việc tại từng hộ", "phong trào thi đua học tập số trong cộng đồng",
    "việc cấp chữ ký số cá nhân miễn phí", "kế hoạch phủ sóng di động tại vùng lõm",
]
ENDINGS = [
    "trước ngày 30 tháng 9 năm 2026", "theo phương châm đi từng ngõ, gõ từng nhà, hướng dẫn từng người",
    "bảo đảm thiết thực, hiệu quả, tránh hình thức", "gắn với nhiệm vụ chính trị của địa phương",
    "và lấy mức độ hài lòng của người dân làm thước đo", "với sự tham gia của toàn thể nhân dân",
    "phù hợp với điều kiện thực tế của từng vùng", "để không ai bị bỏ lại phía sau",
    "ưu tiên địa bàn vùng sâu, vùng xa, biên giới và hải đảo", "trong năm học 2026 - 2027",
    "và gửi kết quả về cơ quan thường trực để tổng hợp", "bằng hình thức trực tiếp kết hợp trực tuyến",
]
STEPS = [
    "Mở ứng dụng trên màn hình chính của điện thoại", "Chọn mục **Đăng nhập** rồi nhập số định danh",
    "Đọc kỹ thông báo hiện ra trước khi bấm *Đồng ý*", "Nhập mã xác thực gồm sáu chữ số",
    "Kiểm tra tên người nhận và số tiền", "Chụp ảnh giấy tờ ở nơi đủ ánh sáng, không bị lóa",
    "Bấm `Gửi hồ sơ` và ghi lại mã hồ sơ", "Quay lại màn hình trước nếu thông tin chưa đúng",
    "Nhờ tổ công nghệ số cộng đồng hỗ trợ khi gặp lỗi", "Đăng xuất khi dùng xong trên máy chung",
]
HEADS = [
    "Mục đích, yêu cầu", "Chỉ tiêu cụ thể", "Nhiệm vụ trọng tâm", "Công tác tuyên truyền",
    "Phát triển học liệu số", "Phát huy vai trò của tổ công nghệ số cộng đồng",
    "Kinh phí thực hiện", "Tổ chức thực hiện", "Phân công nhiệm vụ", "Chế độ báo cáo",
    "Thi đua, khen thưởng", "Theo dõi và đánh giá", "Giải pháp về hạ tầng", "Lộ trình triển khai",
]
SUBHEADS = [
    "Đối với cán bộ, công chức, viên chức", "Đối với học sinh, sinh viên", "Đối với người lao động",
    "Đối với người cao tuổi", "Đối với đồng bào dân tộc thiểu số", "Đối với hộ kinh doanh",
    "Giai đoạn khởi động", "Giai đoạn tăng tốc", "Giai đoạn duy trì", "Chỉ số đo lường",
    "Nguồn lực và hậu cần", "Cơ chế phối hợp",
]
NOTES = ["Lưu ý", "Cảnh báo", "Mẹo nhỏ", "Ghi nhớ"]
PLACES = [
    "nhà văn hóa thôn", "hội trường trung tâm hành chính công", "quảng trường trung tâm",
    "trường trung học cơ sở", "chợ trung tâm", "thư viện tỉnh", "trung tâm học tập cộng đồng",
]


def slug(text):
    """The text as a part of an address: plain small letters and digits with hyphens between the words."""
    text = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    text = "".join(letter for letter in text if not unicodedata.combining(letter)).lower()
    return "-".join("".join(letter if letter.isalnum() else " " for letter in text).split())


def statement(random):
    """One plain sentence of an official text, without its full stop."""
    return " ".join(random.choice(words) for words in (SUBJECTS, VERBS, OBJECTS, ENDINGS))


def quoted(text):
    """The text as a quoted YAML scalar."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
