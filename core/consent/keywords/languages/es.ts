import type { Language } from './language';

export const es: Language = {
	code: 'es',
	name: 'Spanish',
	sourced: {
		optOut: 'baja, alto, detener, salir, parar, cancelar, basta',
		optIn: 'volver, recibir, inicio, alta',
		help: 'ayuda, auxilio',
	},
	translated: {
		optOut:
			'darme de baja, dar de baja, dame de baja, baja total, desuscribir, desuscribirme, desuscribirse, cancelar suscripcion, cancelar la suscripcion, anular suscripcion, anular, no mas, eliminar, parar todo, detener todo, no molestar, desinscribir, detente, parenle, paren, alto total',
		optIn:
			'suscribir, suscribirme, suscribirse, suscribete, comenzar, iniciar, empezar, continuar, reanudar, unirme, quiero suscribirme, activar',
		help: 'ayudame, ayuda por favor, informacion, necesito ayuda, soporte',
	},
	confirm: 'si, s, si quiero, claro, confirmo, confirmar, acepto, aceptar, de acuerdo, dale, vale, ok, 1',
	refuse: 'no, n, no gracias, rechazo, rechazar, no acepto, 2',
	verbFirst: true,
	words: {
		stop: 'deja de, dejen de, dejad de, deje de, dejar de, dejes de, dejeis de, podrian dejar de, para de, paren de, parad de, pare de, parar de, parar, paren, paren con, deten, detengan, detener, detenga, basta de, basta con, basta, basta ya de, cesen, cese, cesar, corten con, corta con, corten, terminen con, terminar con, cancelar, cancela, cancelen, cancele, cancelad, suspender, suspendan, suspenda, suspende, anular, anulen, anula, desactivar, desactiven, desactiva, frenen, eviten, evitar, eviten de, harto de, harta de, ya estuvo de, ya estuvo bueno de, ya paren de, interrumpir, interrumpan, alto a, alto con, ya basta de',
		contact:
			'escribirme, escribirnos, escribiendome, escribiendonos, escribirle, contactarme, contactarnos, contactandome, contacten, contacteis, contacte, contactes, contactar, molestarme, molestarnos, molestando, molestar, molestandome, molesten, molesteis, moleste, molestes, escriban, escribais, escriba, escribas, escribir, llamarme, llamen, llameis, llamando, llamar, llames, acosarme, acosar, acosen, fastidiar, fastidien, fastidiarme, joder, jodan, jodas, jodais, bombardear, bombardearme, notificarme, notifiquen, enviarme, mandarme, enviandome, mandandome, enviarnos, mandarnos, textear, textearme, texteen, mensajear, mensajearme, mensajeen, insistir, insistan, incomodar, incomoden',
		send: 'enviar, envien, envieis, envie, envies, enviando, mandar, manden, mandeis, mande, mandes, mandando, pasar, pasen, reenviar, lleguen, llegar, llegandome, enviarme, mandarme, enviandome, mandandome, enviarnos, mandarnos, enviarmelos, mandarmelos, enviarlos, mandarlos',
		message:
			'mensaje*, mensajito*, msj, msjs, msg, msgs, sms, texto*, correo*, email*, notificacion*, aviso*, alerta*, comunicacion*, comunicado*, whatsapp*, wasap*, wsp, recordatorio*, envio*, informacion, cadena*, noticia*, nada de ustedes, nada de vosotros, nada suyo, su boletin, boletin*',
		promotion:
			'publicidad*, promo, promos, promocion*, oferta*, anuncio*, newsletter, spam, propaganda*, publicitari*, marketing, descuento*, campana*, comercial*',
		not: 'no, nunca, jamas, ni, tampoco, sin',
		no: 'no, ningun, ninguna, ningun tipo de, cero',
		more: 'mas, otra vez, nuevamente, de nuevo, otro, otros, otras, en el futuro, nunca mas, vuelvan a, vuelvas a, vuelva a, volvais a, volver a, sigan, sigas, siga, ya',
		noMore:
			'ya no, no mas, nunca mas, no vuelvan a, no vuelvas a, no vuelva a, no sigan, no me vuelvan a, no me sigan, nomas',
		want: 'quiero, quisiera, deseo, deseamos, queremos, necesito, me interesa, me interesan, interesado, interesada, interesa, interesan, gustaria, pedi, solicite, autorizo, autorice, consiento, acepto, pido, solicito, apetece, les pido, le pido, te pido, os pido, se los pido, se lo pido, autorizamos, he autorizado, doy permiso, di permiso, he dado permiso',
		contacted:
			'que me contacten, que me escriban, que me manden, que me envien, que me llamen, que nos contacten, ser contactado, ser contactada',
		get: 'recibir, recibiendo, recibo, que me lleguen, me lleguen, saber, tener, ver, recibirlos, recibirlas, saber de ustedes, saber de vosotros, saber nada de ustedes, estar',
		remove:
			'quitenme, quitarme, quitame, quiteme, quitadme, quiten, quita, quitar, saquenme, sacame, sacarme, sacadme, saqueme, saquen, saca, sacar, borrenme, borrarme, borrame, borradme, borreme, borren, borra, borrad, borre, borrar, eliminenme, eliminarme, eliminame, eliminadme, elimineme, eliminen, elimina, eliminad, elimine, eliminar, retirenme, retirarme, retirame, retiren, retire, retirar, remuevan, remover, removerme, remuevanme, excluyanme, excluir, excluirme, supriman, suprimir, olviden, olvidense de, me saquen, me quiten, me borren, me eliminen, me retiren, me excluyan',
		leave: 'salir, salirme, salir de, irme, salgo, estar, seguir, pertenecer, figurar, continuar',
		me: 'me, nos, mi telefono, mi celular, mi movil, mi whatsapp, quitenme, quitarme, quitame, quiteme, quitadme, saquenme, sacame, sacarme, sacadme, saqueme, borrenme, borrarme, borrame, borradme, borreme, eliminenme, eliminarme, eliminame, eliminadme, elimineme, retirenme, retirarme, retirame, removerme, remuevanme, excluyanme, excluirme, me saquen, me quiten, me borren, me eliminen, me retiren, me excluyan, a mi',
		list: 'lista, listas, base de datos, bbdd, registro*, sistema, agenda, contactos, grupo, difusion, listado, padron, suscripcion*, lista de difusion, lista de contactos',
		number:
			'mi numero, este numero, mi telefono, mi celular, mi movil, mis datos, mi nombre, mi contacto, mi correo, mi cel, mi num',
		unsubscribe:
			'de baja, la baja, mi baja, baja, desuscri*, desinscri*, cancelar suscripcion, cancelar mi suscripcion, cancelar la suscripcion, cancelen mi suscripcion, anular suscripcion, anular mi suscripcion, desapunt*, desafili*, darse de baja, darme de baja, denme de baja, dame de baja, deme de baja, dadme de baja, me den de baja, me deis de baja, me des de baja, me de de baja, borrarme de la lista, salir de la lista, borrarse, desvincul*',
		revoke:
			'revoco, revocar, retiro, retirar, cancelo, cancelar, cancelen, cancele, cancela, anulo, anular, anulen, anula, dar fin a, terminar, finalizar',
		consent: 'consentimiento, permiso, autorizacion, suscripcion, mi suscripcion',
		idiom:
			'dejenme en paz, dejame en paz, dejadme en paz, deja me en paz, dejeme en paz, no molesten, no molesteis, no moleste, no molestes, numero equivocado, se equivocaron de numero, se equivoca de numero, basta ya, ya basta, ya no mas, no mas por favor, nada mas de ustedes, olvidense de mi, no jodan, vayanse a la mierda, larguense, no quiero nada, no quiero saber nada, ya dejen, ya parenle, parenle ya',
		complaint:
			'numero equivocado, no me suscribi, no los conozco, no os conozco, quien es, quien eres, quienes son, spam, ya les dije, no me interesa',
		block:
			'si, cuando, por que, porque, mientras, hasta, antes, despues, el, ella, ellos, ellas, alguien, novio, novia, esposo, esposa, marido, mama, papa, hijo*, hija*, amigo*, amiga*, jefe, hoy, ayer, manana, noche, trabajo, todavia, aun, olviden de, olvides, olvidar, olvide, como es, donde, quien, perder, perderme, pierda, cuanto*, cual, salvo, excepto, enlace, boton, te escribo, escribirte, molestarte, llamarte, mandarte, enviarte, mejor por, en vez, seguir recibiendo, sigan mandando, sigan enviando, sin avisar, medico, hospital, reunion, clase, llego, llegaron, llegan, le, les voy, voy a, tengo que, tuve que, pude, podido, puedo parar, puedo dejar, basta un, basta una, basta con un, basta con una, basta que',
		other:
			'pedido*, orden, ordenes, cita*, reserva*, entrega*, paquete*, compra*, producto*, factura*, pago*, cuenta, viaje, vuelo, mesa, articulo*, carrito, direccion, foto*, video*, contrasena, clave, codigo*, trabajo, lluvia, llover, llorar, fumar, comer, reir, precio*, plan, contrato, gimnasio, seguro, tarjeta, receta, medicamento*, talla, color, envio de, autobus, tren, parada, temperatura, internet, luz, escuela, curso',
		split: 'y, pero, porque, pues, o, ya que, asi que, entonces, e, por eso, que si no, sino',
		courtesy:
			'por favor, porfavor, porfa, porfis, pofavor, x favor, xfa, xfavor, pf, plis, pls, gracias, graciass, muchas gracias, grax, hola, buenos dias, buenas tardes, buenas noches, buen dia, buenas, saludos, ya, ahora, ahora mismo, ya mismo, inmediatamente, de inmediato, de una vez, de una vez por todas, cuanto antes, lo antes posible, urgente, senor, senora, senores, disculpen, disculpe, disculpa, perdon, amigo, amable, amablemente, si son tan amables, si fueran tan amables, les pido, le pido, te pido, os pido, se los pido, se lo pido, en serio, caramba, carajo, cono, joder, mierda, todo, en paz, definitivamente, totalmente, favor de, ruego, les ruego',
		fill: 'yo, tu, usted, ustedes, vosotros, uds, ud, vds, vd, nosotros, el, la, los, las, lo, un, una, unos, unas, de, del, a, al, en, con, por, para, que, q, k, su, sus, vuestra, vuestro, vuestras, vuestros, mi, mis, tus, te, les, le, se, os, este, esta, estos, estas, ese, esa, esos, esas, esto, eso, tanto, tanta, tantos, tantas, todos, todas, toda, muy, mucho, muchos, muchas, sobre, desde, favor, como, puedo, pueden, podrian, podria, podeis, puede, puedes, es, son, estoy, estar, ser, haber, ha, han, hecho, vez, veces, siempre, dia, dias, cada, diario*, constante*, tipo, clase de, empresa, tienda, compania, negocio, parte, numero, telefono, celular, movil, base, hagan, hacer, algo, nada, pedido que, he, molestos, molestias, aqui, ahi, va, tan, solo, alguno, alguna, forma, via, tema, cosas, tonterias, sus mensajes, ningun, ninguno, ninguna, pueda, partir de, adelante, dar, den, dame, deis',
		join: 'suscribanme, suscribirme, suscribeme, suscribame, suscribirme de nuevo, inscribirme, inscribanme, inscribeme, apuntarme, apuntame, apuntenme, darme de alta, denme de alta, dame de alta, de alta, agreguenme, agregame, anadanme, anademe, anotenme, anotame, unirme, volver a recibir, vuelvan a enviarme, vuelvan a mandarme, reactivar, reactiven, activar, activen, reanudar, empezar a recibir, seguir recibiendo, me apunto',
		again: 'otra vez, de nuevo, nuevamente, volver a, vuelvan a',
		help: 'ayuda, ayudarme, ayudenme, ayudame, ayudeme, informacion, info, soporte, asistencia',
	},
};
