import type { Language } from './language';

export const pt: Language = {
	code: 'pt-BR',
	name: 'Portuguese',
	sourced: {
		optOut: 'sair, parar, pare, cancelar, descadastrar',
		optIn: 'voltar, receber',
		help: 'ajuda',
	},
	translated: {
		optOut:
			'descadastro, descadastre, me descadastre, descadastrar me, remover, remova, excluir, me remova, cancelar inscricao, cancelar assinatura, cancelar subscricao, cancela, cancele, pare tudo, parar tudo, basta, desinscrever, desinscrever me, anular, nao perturbe, quero sair, sair da lista, parem, stop sms',
		optIn:
			'iniciar, comecar, inscrever, inscrever me, quero receber, cadastrar, participar, continuar, retomar, assinar, aderir, entrar, ativar, subscrever',
		help: 'me ajuda, me ajude, ajuda por favor, preciso de ajuda, informacoes, informacao, suporte, socorro',
	},
	confirm:
		'sim, s, quero, claro, confirmo, confirmar, aceito, aceitar, concordo, com certeza, pode ser, ok, 1',
	refuse: 'nao, n, nao quero, nao obrigado, nao obrigada, recuso, recusar, nao aceito, 2',
	verbFirst: true,
	words: {
		stop: 'pare de, pare com, parem de, parem com, para de, para com, parar de, parar com, parar, parem, pare, parem por favor de, deixe de, deixem de, deixar de, deixa de, deixem, chega de, chega, basta de, basta, cesse, cessem, cessar, cancelar, cancela, cancele, cancelem, suspender, suspenda, suspendam, interromper, interrompa, interrompam, encerrar, encerre, encerrem, desativar, desative, desativem, desliga, desligar, evitem, evite, evitar, cansei de, cansado de, cansada de, acabem com, acabar com, bloquear, bloqueiem',
		contact:
			'me mandar, me enviar, me chamar, me perturbar, me incomodar, me encher, me ligar, me escrever, me contatar, me contactar, me importunar, perturbar, perturbem, perturbe, perturba, incomodar, incomodem, incomode, incomodeis, encher, encham, encher o saco, escrever, escrevam, escreva, escrever me, escrevam me, contatar, contatem, contate, contactar, contactem, contacte, contactar me, contactem me, ligar, liguem, ligue, ligando, importunar, importunem, chatear, chateiem, enchendo, enchendo o saco, incomodando, perturbando, mandando, me mandem, me mande, me manda, me mandes, me enviem, me envie, me envia, me envies, me escrevam, me chamem, me chame, me chama, me liguem, me ligue, me procurem, me procure, procurar, me notifiquem, notificar, enviar me, mandar me, enviem me, mandem me, mensagear, spamar',
		send: 'mandar, mandem, mande, manda, mandes, mandando, enviar, enviem, envie, envia, envies, enviando, enviado, encaminhar, encaminhem, disparar, disparem, me mandar, me enviar, me mandem, me mande, me manda, me enviem, me envie, me envia, enviar me, mandar me, enviem me, mandem me, passar, envio, envios',
		message:
			'mensagem, mensagen*, msg, msgs, msm, sms, torpedo*, texto*, email*, e mail*, notific*, aviso*, alerta*, comunicacao, comunicacoes, comunicado*, whatsapp*, whats, zap, zaps, lembrete*, informativo*, contato de voces, contato, contatos, nada de voces, nada de vcs, nada vosso, informacoes, disparo*',
		promotion:
			'propaganda*, promo, promos, promocao, promocoes, promocion*, oferta*, anuncio*, publicidade*, spam, newsletter*, marketing, divulgacao, divulgacoes, desconto*, campanha*, cupom, cupons, publicit*',
		not: 'nao, n, nunca, jamais, nem, naum, nao me, sem',
		no: 'nao, nenhum, nenhuma, sem, chega de, zero',
		more: 'mais, de novo, novamente, outra vez, no futuro, voltem a, volte a, volta a, continuem, continue',
		noMore: 'nao mais, nunca mais, ja nao, nao voltem a, nao volte a, sem mais',
		want: 'quero, queria, queremos, desejo, desejamos, gostaria, preciso, tenho interesse, tenho mais interesse, me interessa, me interessam, interessa, interessado, interessada, pedi, autorizei, autorizo, solicitei, aceito, concordo, interesse, pretendo, solicito, peco, to afim, to a fim, estou a fim, a fim',
		get: 'receber, recebendo, recebe las, recebe los, recebo, saber, ver, ter, que me mandem, que me enviem, que mandem, que enviem, ser contatado, ser contatada, ser contactado, ser contactada, ser incomodado, ser incomodada, ser notificado, chegar, chegando, saber de voces, fazer parte, estar',
		remove:
			'remova, remove, removam, remover, remocao, retire, retira, retirem, retirar, tira, tire, tirem, tirar, exclua, exclui, excluam, excluir, exclusao, apague, apaga, apaguem, apagar, delete, deleta, deletem, deletar, elimine, eliminem, eliminar, eliminacao, risque, risquem, esquece, esquecam, esqueca, limpem, bloqueia, bloqueiem, sumam com',
		leave:
			'sair, sair de, sair da, sair desta, sair dessa, saio, estar, permanecer, fazer parte, participar, continuar, ficar',
		me: 'me, mim, nos, meu whatsapp, meu celular, meu telefone, a gente, meu zap',
		list: 'lista, listas, cadastro*, base, base de dados, banco de dados, registro*, registo*, sistema*, grupo, agenda, contatos, contactos, lista de transmissao, transmissao, mailing, inscricao, assinatura',
		number:
			'meu numero, este numero, esse numero, meu telefone, meu celular, meu contato, meu contacto, meus dados, meu nome, meu cadastro, meu email, meu zap, meu telemovel, meu cel, meu num',
		unsubscribe:
			'descadastr*, desinscre*, desinscri*, cancelar inscricao, cancelar minha inscricao, cancelar a inscricao, cancele minha inscricao, cancelar assinatura, cancelar minha assinatura, cancelar subscricao, cancelar a subscricao, cancelar a minha subscricao, cancelem a minha subscricao, anular subscricao, cancelar cadastro, cancelar meu cadastro, cancela meu cadastro, cancele meu cadastro, sair da lista, sair dessa lista, sair desta lista, dessubscre*',
		revoke: 'revogo, revogar, retiro, retirar, cancelo, cancelar, cancele, cancela, cancelem, anulo, anular',
		consent:
			'consentimento, autorizacao, permissao, inscricao, minha inscricao, subscricao, assinatura, minha assinatura, cadastro',
		idiom:
			'me deixa em paz, me deixe em paz, me deixem em paz, deixe me em paz, deixem me em paz, deixa me em paz, nao perturbe, nao perturbem, nao incomodem, nao incomode, nao me perturbe, nao me incomode, nao me incomodem, nao enche, nao encham, nao encham o saco, numero errado, numero enganado, foi engano, engano, pessoa errada, chega, ja chega, chega disso, vao se foder, vai se foder, me erra, sai fora, sai do meu pe, nao me chame mais, nao quero mais, nao quero mais nada, quero sair, quero sair fora, nao mais por favor',
		complaint:
			'numero errado, nao me cadastrei, nunca me cadastrei, nao me inscrevi, nao conheco, quem e, quem sao, spam, ja pedi, ja falei, nao tenho interesse',
		block:
			'se, quando, por que, porque, enquanto, ate, antes, depois, ele, ela, eles, elas, alguem, namorado, namorada, esposa, marido, mae, pai, filho*, filha*, amigo*, amiga*, chefe, hoje, ontem, amanha, noite, ainda, esquecam de, esqueca de, deixem de mandar o, onde, quem, perder, perca, quanto*, qual, exceto, menos, link, botao, te mandar, te enviar, te incomodar, te chamar, em vez, no lugar, sem avisar, trabalho, chuva, medico, hospital, reuniao, aula, chegou, chegaram, vou, tive que, tenho que, consigo, pode continuar, continuem mandando, continuar recebendo, quero sair da lista nao, nao quero sair, basta um, basta uma, basta que',
		other:
			'pedido*, encomenda*, consulta*, reserva*, entrega*, pacote*, compra*, produto*, fatura*, boleto*, pagamento*, conta, viagem, voo, mesa, item, itens, carrinho, endereco, morada, foto*, video*, senha, codigo*, trabalho, chover, chorar, fumar, comer, rir, preco*, plano, contrato, academia, seguro, cartao, receita, remedio*, tamanho, cor, onibus, autocarro, comboio, trem, horario, internet, escola, curso, aplicativo, nota fiscal, comprovante',
		split: 'e, mas, porque, pq, pois, ou, entao, porem, ja que, por isso, senao',
		courtesy:
			'por favor, porfavor, pfv, pfvr, pf, favor, faz favor, se faz favor, sff, obrigado, obrigada, obg, obgd, brigado, vlw, valeu, grato, grata, ola, oi, bom dia, boa tarde, boa noite, ja, agora, agora mesmo, imediatamente, urgente, de uma vez, de vez, logo, pelo amor de deus, senhor, senhora, senhores, desculpe, desculpa, gente, pessoal, galera, cara, mano, gentileza, por gentileza, tudo, definitivamente, porra, caralho, merda, droga, aff, todos, att, atenciosamente, nao, o quanto antes',
		fill: 'eu, tu, voce, voces, vc, vcs, nos, o, a, os, as, um, uma, uns, umas, de, do, da, dos, das, em, no, na, nas, com, por, pra, para, que, q, seu, sua, seus, suas, vosso, vossa, vossos, vossas, meu, minha, meus, minhas, este, esta, estes, estas, esse, essa, esses, essas, deste, desta, desse, dessa, destes, destas, desses, dessas, isto, isso, disso, tanto, tanta, tantos, tantas, todo, toda, todos, todas, tudo, muito, muita, muitos, muitas, sobre, favor, como, faco para, faco pra, posso, podem, poderia, poderiam, pode, podes, e, sao, estou, to, ser, foi, ja, vez, vezes, sempre, dia, dias, cada, diario*, constante*, tipo, empresa, loja, companhia, parte, numero, telefone, celular, telemovel, fazer, algo, nada, qualquer, aqui, ai, la, so, alguma, forma, via, coisas, coisa, besteira, ao, aos, pelo, pela, nesse, nessa, neste, nesta, partir de, diante, me, te, lhe, se, mesmo, ficar, fiquem, direto',
		join: 'me inscreva, me inscrever, inscrever me, me cadastre, me cadastra, me cadastrem, me cadastrar, cadastrar me, me coloca, me coloque, me coloquem, me adiciona, me adicione, me adicionem, quero participar, quero me inscrever, quero me cadastrar, voltar a receber, voltem a mandar, voltem a enviar, pode voltar a mandar, reativar, reativem, ativar, retomar, subscrever, quero assinar, quero entrar, comecar a receber, quero receber, aderir',
		again: 'de novo, novamente, outra vez, voltar a',
		help: 'ajuda, me ajuda, me ajude, me ajudem, ajudem, ajudar, informacoes, informacao, info, suporte, socorro, auxilio',
	},
};
