import type { Language } from './language';

export const vi: Language = {
	code: 'vi',
	name: 'Vietnamese',
	sourced: { optOut: 'dừng lại', optIn: '', help: 'trợ giúp' },
	translated: {
		optOut:
			'hủy, huỷ, dừng, ngừng, ngưng, hủy đăng ký, huỷ đăng ký, hủy đăng kí, hủy dk, thoát, từ chối, tu choi, kết thúc, ngừng nhận, không nhận, stop, chấm dứt, hủy bỏ, dừng nhận tin, ngừng nhận tin',
		optIn:
			'bắt đầu, đăng ký, đăng kí, tham gia, tiếp tục, nhận tin, đồng ý nhận, kích hoạt, đăng ký lại, dk, khởi động',
		help: 'giúp, giúp đỡ, hỗ trợ, thông tin, hướng dẫn, tro giup, giúp tôi',
	},
	codes: 'tc',
	confirm: 'có, co, c, vâng, dạ, ừ, đồng ý, xác nhận, đúng, ok, được, 1',
	refuse: 'không, ko, k, không đồng ý, từ chối, không cảm ơn, 2',
	verbFirst: true,
	words: {
		stop: 'dừng, dừng lại, ngừng, ngưng, thôi, thôi ngay, chấm dứt, hủy, huỷ, tắt, dừng ngay, ngừng ngay, ngưng ngay, ngừng việc, dừng việc, ngưng việc, stop, hủy bỏ, hủy nhận, hủy dịch vụ, ngừng lại, ngưng lại, chán, phát ngán, mệt mỏi với, phiền vì, chặn',
		contact:
			'nhắn, nhắn tin, làm phiền, liên lạc, liên hệ, gọi, gọi điện, quấy rầy, quấy nhiễu, quấy rối, spam, inbox, ib, phiền, nt, viết, nhắn tn, sms',
		sendMessage: 'gửi tin, gửi tin nhắn, gửi sms, nhắn tin',
		send: 'gửi, gởi, gửi đến, gửi cho, gửi tin nhắn, phát, gui',
		message:
			'tin nhắn, tin, tin tức, thông báo, sms, email, mail, thư từ, tn, zalo, whatsapp, nhắc nhở, bản tin, thông tin, tin rác, thư rác, cuộc gọi, tin này, mấy tin, rác, tin nhan, từ các bạn, từ bên bạn',
		promotion:
			'quảng cáo, khuyến mãi, khuyến mại, spam, tiếp thị, ưu đãi, chào hàng, qc, km, marketing, rao vặt, giảm giá, chào mời',
		not: 'không, ko, k, hông, hok, khong, đừng, chớ, chẳng, chả, không bao giờ, dừng có, đừng có, xin đừng, miễn, cấm, kg, hem, chưa từng',
		no: 'không còn, miễn, cấm, không có, hết, không bất kỳ',
		more: 'nữa, thêm, thêm nữa, lại, tiếp, từ nay, từ giờ, sau này, từ nay về sau, về sau, trong tương lai, bao giờ',
		noMore: 'không còn, không nữa, đừng nữa, thôi đừng, không thêm, chẳng còn',
		want: 'muốn, cần, thích, quan tâm, mong muốn, có nhu cầu, nhu cầu, đồng ý, yêu cầu, xin, cho phép, đề nghị, có hứng thú, hứng thú',
		get: 'nhận, nhận được, nhận thêm, tiếp nhận, thấy, xem, nghe, bị làm phiền, bị quấy rầy, nhận lại, ở trong',
		remove:
			'gỡ tôi, gỡ số, gỡ tên, loại tôi, bỏ tôi, bỏ số, rút tên, lấy số, xóa, xoá, loại bỏ, gạch tên, xóa bỏ, xoa, cho tôi ra, đưa tôi ra, xóa tên',
		leave: 'rời, rời khỏi, thoát, thoát khỏi, ra khỏi, rút khỏi, rút tên',
		me: 'tôi, toi, mình, tui, tao, chúng tôi, số tôi, máy tôi, minh',
		list: 'danh sách, list, danh bạ, dữ liệu, cơ sở dữ liệu, hệ thống, nhóm, data, đăng ký, dịch vụ, ds, gói',
		number:
			'số của tôi, số tôi, số này, số điện thoại, sđt, sdt, số điện thoại của tôi, số máy này, thông tin của tôi, tên tôi, số điện thoại này, số đt, số mình, số của mình, thuê bao này, dữ liệu cá nhân, dữ liệu của tôi',
		unsubscribe:
			'hủy đăng ký, huỷ đăng ký, hủy đăng kí, huỷ đăng kí, hủy dk, bỏ đăng ký, bỏ đăng kí, ngừng đăng ký, hủy theo dõi, từ chối nhận, tu choi nhan, hủy nhận tin, huỷ nhận tin, ngừng nhận, ngưng nhận, dừng nhận, thôi nhận, hủy nhận, không nhận tin, hủy gói, hủy thành viên, hủy dịch vụ này, hủy việc đăng ký, dừng đăng ký, từ chối tin, từ chối quảng cáo',
		revoke: 'rút lại, thu hồi, hủy bỏ, hủy, rút',
		consent: 'sự đồng ý, đồng ý, cho phép, đăng ký',
		idiom:
			'để tôi yên, để cho tôi yên, để tao yên, hãy để tôi yên, làm ơn để tôi yên, đừng làm phiền, đừng làm phiền tôi, đừng làm phiền nữa, đừng làm phiền tôi nữa, đừng nhắn nữa, đừng nhắn tin nữa, đừng nhắn tin, đừng nhắn, đừng gửi nữa, đừng gửi, đừng gửi tin, đừng gửi tin nữa, đừng gọi nữa, đừng gọi, đừng liên hệ, đừng liên lạc, đừng quấy rầy, đừng spam, thôi đủ rồi, đủ rồi, đủ rồi đấy, quá đủ rồi, nhầm số, sai số, nhầm số rồi, nhầm người, bạn nhầm số, cút đi, cút, biến đi, biến, xéo đi, quên số tôi đi, quên tôi đi, không nhận nữa, không muốn nhận nữa, không muốn nữa, tôi không muốn nữa, không cần nữa, thôi gửi đi, thôi nhắn đi, phiền quá, phiền quá rồi, dừng lại đi, ngừng lại đi, thôi đi, không quan tâm nữa, không có nhu cầu nữa',
		complaint:
			'nhầm số, không đăng ký, chưa từng đăng ký, chưa bao giờ đăng ký, ai đấy, ai vậy, bạn là ai, spam, tin nhắn, tin rác, không quan tâm, không có nhu cầu, phiền, làm phiền, tố cáo, báo cáo, khiếu nại, đã nói, đã bảo',
		block:
			'nếu, khi, khi nào, tại sao, sao lại, vì sao, trong khi, cho đến, đến khi, trước, sau khi, anh ấy, cô ấy, nó, họ, ai đó, bạn trai, bạn gái, chồng, vợ, mẹ, bố, ba, con trai, con gái, sếp, bạn bè, hôm nay, hôm qua, ngày mai, mai, tối nay, đêm, chưa, đừng quên, quên gửi, ở đâu, đâu, ai, bao nhiêu, bỏ lỡ, trừ, ngoại trừ, đường link, link, nút, thay vì, tốt hơn, công việc, cuộc họp, họp, mưa, xe buýt, trạm, không dừng, đừng dừng, đừng ngừng, đừng hủy, đừng xóa, đã nhận, chưa nhận, không nhận được, chưa thấy, đã đến, vẫn muốn, cứ gửi, lúc mấy giờ, mấy giờ',
		other:
			'đơn hàng, đơn, giao hàng, ship, gói hàng, bưu kiện, hàng, lịch hẹn, cuộc hẹn, hẹn, đặt chỗ, đặt bàn, hóa đơn, thanh toán, tài khoản, chuyến bay, vé, bàn, sản phẩm, giỏ hàng, địa chỉ, ảnh, hình, video, mật khẩu, mã, otp, thuốc lá, hút, khóc, ăn, cười, giá, hợp đồng, phòng gym, bảo hiểm, thẻ, toa thuốc, thuốc, kích cỡ, màu, tàu, internet, mạng, trường, khóa học, ứng dụng, app, nhạc, ồn, xe, hoàn tiền, bác sĩ, phòng khám, khám, size, điện, nước',
		split: 'và, nhưng, vì, bởi vì, hoặc, nếu không, nên, do đó, thì',
		courtesy:
			'làm ơn, xin, xin vui lòng, vui lòng, please, pls, plz, cảm ơn, cám ơn, cảm ơn bạn, cảm ơn nhiều, thanks, tks, xin chào, chào, chào bạn, chào anh, chào chị, hello, hi, ngay, ngay bây giờ, bây giờ, bây h, ngay lập tức, lập tức, gấp, càng sớm càng tốt, trân trọng, ok, vâng, dạ, không cảm ơn, xin lỗi, ạ, nhé, nha, nhá, đi, với, giùm, dùm, hộ, giúp, ơi, mãi mãi, vĩnh viễn, hoàn toàn, luôn, hết, trời ơi, mẹ kiếp, bạn ơi, shop ơi, rồi, đã, thật sự, kính mong, mong, mong bạn, đề nghị, yêu cầu, nhờ, cho, ok',
		fill: 'bạn, các bạn, anh chị, quý công ty, công ty, cửa hàng, bên, bên bạn, phía, của, từ, đến, tới, cho, vào, trong, qua, về, này, đó, kia, ấy, những, các, mấy, mọi, tất cả, toàn bộ, bất kỳ, bất cứ, gì, nào, cái, là, thì, mà, được, có thể, làm sao, làm thế nào, cách, cách nào, để, sao, hãy, cứ, hoài, liên tục, suốt, mãi, thường xuyên, hàng ngày, mỗi ngày, ngày, nhiều, quá, rất, lắm, cũng, chỉ, như, loại, kiểu, vậy, thế, số, điện thoại, máy, đây, lần, nhiều lần, đã bảo, vớ vẩn, linh tinh, phiền phức, bị, ra khỏi, khỏi, ra, tên, sẽ, đang, việc, một, lại, hệ thống, bao giờ, mình, việc này, người, còn',
		join: 'đăng ký lại, đăng kí lại, tôi muốn đăng ký, muốn đăng ký, cho tôi đăng ký, đăng ký nhận, muốn nhận tin, muốn nhận lại, nhận lại tin, nhận tin trở lại, thêm tôi, cho tôi tham gia, muốn tham gia, bật lại, kích hoạt lại, tham gia lại, gửi lại tin',
		again: 'lại, trở lại',
		help: 'trợ giúp, giúp đỡ, giúp tôi, giúp mình, hỗ trợ, hướng dẫn, hỗ trợ tôi',
	},
};
