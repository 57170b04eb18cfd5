import type { Language } from './language';

export const vi: Language = {
	code: 'vi',
	name: 'Vietnamese',
	sourced: { optOut: 'dừng lại', optIn: '', help: 'trợ giúp' },
	translated: {
		optOut:
			'hủy, dừng, ngừng, hủy đăng ký, hủy đăng kí, hủy dk, thoát, từ chối, kết thúc, ngừng nhận, không nhận, stop, chấm dứt, hủy bỏ, dừng nhận tin, ngừng nhận tin',
		optIn:
			'bắt đầu, đăng ký, đăng kí, tham gia, tiếp tục, nhận tin, đồng ý nhận, kích hoạt, đăng ký lại, dk, khởi động',
		help: 'giúp, giúp đỡ, hỗ trợ, thông tin, hướng dẫn, tro giup, giúp tôi',
	},
	codes: 'tc',
	confirm: 'có, c, vâng, dạ, ừ, đồng ý, xác nhận, đúng, ok, được, 1',
	refuse: 'không, ko, k, không đồng ý, từ chối, không cảm ơn, 2',
	verbFirst: true,
	words: {
		stop: 'dừng, dừng lại, ngừng, thôi, thôi ngay, chấm dứt, hủy, tắt, dừng ngay, ngừng ngay, ngừng việc, dừng việc, stop, hủy bỏ, hủy nhận, hủy dịch vụ, ngừng lại, chán, phát ngán, mệt mỏi với, phiền vì',
		contact:
			'nhắn, nhắn tin, làm phiền, liên lạc, liên hệ, gọi, gọi điện, quấy rầy, quấy nhiễu, quấy rối, spam, inbox, ib, phiền, nt, viết, nhắn tn, sms',
		sendMessage: 'gửi tin, gửi tin nhắn, gửi sms, nhắn tin',
		send: 'gửi, gởi, gửi đến, gửi cho, gửi tin nhắn, phát',
		message:
			'tin nhắn, tin, tin tức, thông báo, sms, email, mail, thư từ, tn, zalo, whatsapp, nhắc nhở, bản tin, thông tin, tin rác, thư rác, cuộc gọi, tin này, mấy tin, rác, từ các bạn, từ bên bạn',
		promotion:
			'quảng cáo, khuyến mãi, spam, tiếp thị, ưu đãi, chào hàng, qc, km, marketing, rao vặt, giảm giá, chào mời',
		not: 'không, ko, k, hông, hok, đừng, chớ, chẳng, chả, không bao giờ, dừng có, xin đừng, miễn, cấm, kg, hem, chưa từng',
		no: 'không còn, miễn, cấm, không có, hết, không bất kỳ',
		more: 'nữa, thêm, thêm nữa, lại, tiếp, từ nay, từ giờ, sau này, từ nay về sau, về sau, trong tương lai, bao giờ',
		noMore: 'không còn, không nữa, đừng nữa, thôi đừng, không thêm, chẳng còn',
		want: 'muốn, cần, thích, quan tâm, mong muốn, có nhu cầu, nhu cầu, đồng ý, yêu cầu, xin, cho phép, đề nghị, có hứng thú, hứng thú',
		get: 'nhận, nhận được, nhận thêm, tiếp nhận, thấy, xem, nghe, bị làm phiền, bị quấy rầy, nhận lại, ở trong',
		remove:
			'gỡ tôi, gỡ số, gỡ tên, loại tôi, bỏ tôi, bỏ số, rút tên, lấy số, xóa, loại bỏ, gạch tên, xóa bỏ, cho tôi ra, đưa tôi ra, xóa tên',
		leave: 'rời, rời khỏi, thoát, thoát khỏi, ra khỏi, rút khỏi, rút tên',
		me: 'tôi, mình, tui, tao, chúng tôi, số tôi, máy tôi',
		list: 'danh sách, list, danh bạ, dữ liệu, cơ sở dữ liệu, hệ thống, nhóm, data, đăng ký, dịch vụ, ds, gói',
		number:
			'số của tôi, số tôi, số này, số điện thoại, sđt, số điện thoại của tôi, số máy này, thông tin của tôi, tên tôi, số điện thoại này, số đt, số mình, số của mình, thuê bao này, dữ liệu cá nhân, dữ liệu của tôi',
		unsubscribe:
			'hủy đăng ký, hủy đăng kí, hủy dk, bỏ đăng ký, bỏ đăng kí, ngừng đăng ký, hủy theo dõi, từ chối nhận, hủy nhận tin, ngừng nhận, dừng nhận, thôi nhận, hủy nhận, không nhận tin, hủy gói, hủy thành viên, hủy dịch vụ này, hủy việc đăng ký, dừng đăng ký, từ chối tin, từ chối quảng cáo',
		revoke: 'rút lại, thu hồi, hủy bỏ, hủy, rút',
		consent: 'sự đồng ý, đồng ý, cho phép, đăng ký',
		idiom:
			'để tôi yên, để cho tôi yên, để tao yên, hãy để tôi yên, làm ơn để tôi yên, thôi đủ rồi, đủ rồi, đủ rồi đấy, quá đủ rồi, nhầm số, sai số, nhầm số rồi, nhầm người, bạn nhầm số, cút đi, cút, biến đi, biến, xéo đi, quên số tôi đi, quên tôi đi, không muốn nữa, tôi không muốn nữa, không cần nữa, phiền quá, phiền quá rồi, dừng lại đi, ngừng lại đi, thôi đi, không quan tâm nữa, không có nhu cầu nữa',
		complaint:
			'nhầm số, không đăng ký, chưa từng đăng ký, chưa bao giờ đăng ký, ai đấy, ai vậy, bạn là ai, spam, tin nhắn, tin rác, không quan tâm, không có nhu cầu, làm phiền, tố cáo, báo cáo, khiếu nại, đã nói, đã bảo',
		block:
			'nếu, khi, tại sao, sao lại, vì sao, cho đến, trước, anh ấy, cô ấy, nó, họ, bạn trai, bạn gái, chồng, vợ, mẹ, bố, ba, con trai, con gái, sếp, bạn bè, hôm nay, hôm qua, mai, tối nay, đêm, chưa, đừng quên, quên gửi, đâu, ai, bao nhiêu, trừ, link, nút, thay vì, tốt hơn, công việc, họp, mưa, xe buýt, trạm, không dừng, đừng dừng, đừng ngừng, đừng hủy, đừng xóa, đã nhận, không nhận được, đã đến, vẫn muốn, cứ gửi, lúc mấy giờ, mấy giờ',
		other:
			'đơn, ship, bưu kiện, hàng, hẹn, đặt chỗ, thanh toán, tài khoản, chuyến bay, vé, bàn, sản phẩm, địa chỉ, ảnh, hình, video, mật khẩu, mã, otp, hút, khóc, ăn, cười, giá, hợp đồng, phòng gym, bảo hiểm, thẻ, thuốc, kích cỡ, màu, tàu, internet, mạng, trường, khóa học, ứng dụng, app, nhạc, ồn, xe, hoàn tiền, bác sĩ, khám, size, điện, nước',
		split: 'và, nhưng, vì, bởi vì, hoặc, nếu không, nên, do đó, thì',
		courtesy:
			'làm ơn, xin, xin vui lòng, vui lòng, please, pls, plz, cảm ơn, cảm ơn bạn, cảm ơn nhiều, thanks, tks, chào, chào bạn, chào anh, chào chị, hello, hi, ngay, ngay bây giờ, bây giờ, bây h, ngay lập tức, lập tức, gấp, càng sớm càng tốt, trân trọng, ok, vâng, dạ, không cảm ơn, xin lỗi, ạ, nhé, nha, đi, với, giùm, dùm, hộ, giúp, ơi, mãi mãi, vĩnh viễn, hoàn toàn, luôn, hết, trời ơi, mẹ kiếp, bạn ơi, shop ơi, rồi, thật sự, kính mong, mong, mong bạn, đề nghị, yêu cầu, nhờ, cho',
		fill: 'bạn, anh chị, quý công ty, công ty, cửa hàng, bên, phía, của, từ, đến, tới, cho, vào, trong, qua, về, này, đó, kia, ấy, những, các, mấy, mọi, tất cả, toàn bộ, bất kỳ, bất cứ, gì, nào, cái, là, thì, mà, được, có thể, cách, để, sao, hãy, cứ, hoài, liên tục, suốt, mãi, thường xuyên, hàng ngày, ngày, nhiều, rất, lắm, cũng, chỉ, như, loại, kiểu, vậy, thế, số, điện thoại, đây, lần, đã bảo, vớ vẩn, linh tinh, phiền phức, bị, khỏi, ra, tên, sẽ, đang, việc, một, lại, hệ thống, bao giờ, mình, người, còn',
		join: 'đăng ký lại, đăng kí lại, tôi muốn đăng ký, muốn đăng ký, cho tôi đăng ký, đăng ký nhận, muốn nhận tin, muốn nhận lại, nhận lại tin, nhận tin trở lại, thêm tôi, cho tôi tham gia, muốn tham gia, bật lại, kích hoạt lại, tham gia lại, gửi lại tin',
		again: 'lại, trở lại',
		help: 'trợ giúp, giúp đỡ, giúp tôi, giúp mình, hỗ trợ, hướng dẫn, hỗ trợ tôi',
	},
};
