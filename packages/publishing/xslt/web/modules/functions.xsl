<?xml version="1.0" encoding="UTF-8"?>
<!-- Functions that every page of the web edition shares. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The part of a pointer after the number sign: "../volume.xml#stalin" gives "stalin". -->
  <xsl:function name="f:fragment" as="xs:string">
    <xsl:param name="pointer" as="item()?"/>
    <xsl:sequence select="if (contains($pointer, '#')) then substring-after($pointer, '#') else ''"/>
  </xsl:function>

  <!-- The stem of the file that a pointer names: "../letters/a.xml#p2" gives "a". -->
  <xsl:function name="f:stem" as="xs:string">
    <xsl:param name="pointer" as="item()?"/>
    <xsl:sequence select="replace(replace(replace(string($pointer), '#.*$', ''), '^.*/', ''), '\.xml$', '', 'i')"/>
  </xsl:function>

  <!-- Where a name stands in its page. -->
  <xsl:function name="f:name-id" as="xs:string">
    <xsl:param name="id" as="item()"/>
    <xsl:sequence select="'name-' || $id"/>
  </xsl:function>

  <!-- Where a message that was not found stands in the register of them. -->
  <xsl:function name="f:message-id" as="xs:string">
    <xsl:param name="id" as="item()"/>
    <xsl:sequence select="'message-' || $id"/>
  </xsl:function>

  <!-- "PUBLISHER'S NOTE" gives "Publisher's Note"; a title that has small letters is left alone. -->
  <xsl:function name="f:title-case" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:sequence select="
      if ($title ne upper-case($title)) then $title
      else string-join(
        for $word in tokenize($title, ' ') return upper-case(substring($word, 1, 1)) || lower-case(substring($word, 2)),
        ' ')"/>
  </xsl:function>

  <!-- Direction of the script of a language tag (BCP 47), for the HTML attribute. -->
  <xsl:function name="f:direction" as="xs:string?">
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="
      if (substring-before($language || '-', '-') = ('ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi')) then 'rtl' else ()"/>
  </xsl:function>

  <!--
    Whether a value is a day, xs:date. The first four weeks of a month are told by their form: casting takes SaxonJS
    longer than making the element.
  -->
  <xsl:function name="f:is-day" as="xs:boolean">
    <xsl:param name="when" as="xs:string"/>
    <xsl:sequence select="
      translate($when, '123456789', '000000000') eq '0000-00-00' and substring($when, 1, 4) ne '0000'
        and substring($when, 6, 2) = ('01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12')
        and substring($when, 9) ge '01' and substring($when, 9) le '28'
      or $when castable as xs:date"/>
  </xsl:function>

  <!-- A title that the editors furnished: it takes an asterisk in place of brackets. -->
  <xsl:function name="f:furnished" as="xs:boolean">
    <xsl:param name="head" as="element()"/>
    <xsl:sequence select="exists($head[self::head][@type = 'title']/descendant::supplied)"/>
  </xsl:function>

  <!--
    Whether a note is called from the running text, and not itself a block of the page (a headnote, a source note).
    Notes of a volume's series stand in div[@type='notes'] and are called by pointers.
  -->
  <xsl:function name="f:called-here" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="
      not($note/ancestor::teiHeader)
      and not($note/parent::div[@type = 'notes'])
      and not($note[parent::div | parent::body | parent::front | parent::back | parent::postscript | parent::list]
                   [not(@place = ('bottom', 'foot', 'end', 'margin'))])"/>
  </xsl:function>
</xsl:stylesheet>
