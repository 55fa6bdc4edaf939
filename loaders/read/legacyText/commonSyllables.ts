/**
 * Syllables that reports use every day and that a legacy encoding could be taken for, or that look like other syllables when
 * written in one: "có" is written "cã" in TCVN3, and "xã" is "xó" if read as such. They settle words that are spelt rightly both ways.
 */
const SYLLABLES =
  "bá bái bãi bè bì bí bò bó bù bùi bút bố bộ bột chá chân chì chí chùa chùm chú chăn chư cá cái cán cò còn có " +
  "cô côn công cù cùng cú căn cũ cũng cơ cơi cư cảnh cống cộng cờ cụm dân dòng dùng dũng dưa dụng dự dựng giá " +
  "giám giã giúp giỏi gò hoà hoài hoàn hoàng hoá hán hé hòa hòn hóa hùng hỏi hố hồ hồi hồng hộ khoái khoán khá " +
  "kháng khê khí khóa khóm khôi không khúc khối kèm kê kỳ lái láng lâm lân lãng lê lên lí lò lô lôi lùng lúc " +
  "lăng lũng lập lốc lộc mã mê mì mò móng mô môi môn mông mù mùn mũi mỏ mối mỗi mộc một nghĩa nghị ngoài ngân " +
  "ngã ngãi ngô ngũ ngư nhân nhã nhì nhìn nhóm nhơn như nhỏ nâng nó nô nông núa núi năm năng nơi nộp phán phát " +
  "phân phì phìn phòng phó phù phùng phú phúc phỏng phố phụ phục pá pán quá quân rông rõ rồng rộng rừng soát sá " +
  "sán sáng sâm sín sóc sô sông sơ sơn số sự thái thám tháng thâm thân thì thí thô thôn thông thù thăng thơ thư " +
  "thị thống thụ thừa toà toàn toán trân trãi trên trì trí trò trôi trù trúc trị trống trừ tá tái tâm tân tên " +
  "tín tòa tô tôi tôn tông tùng tú túc tăng tơ tư tố tống tốt tồn tộc từ tự uỷ vân vâng vì vô vôi võ võng vùng " +
  "văn vĩ vũ vị vụ xá xã xét xóa xóm xúc á ái án ân ón ô ôn ông đoài đoàn đá đán đã đó đô đôi đông đăng đơn đội " +
  "ấn ấp ống ủy";

const KNOWN: ReadonlySet<string> = new Set(SYLLABLES.split(" "));

/** True for a syllable (NFC, any case) that is common in reports. */
export function isCommonSyllable(word: string): boolean {
  return KNOWN.has(word.toLowerCase());
}
